package duban.catalog.occasion;

import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something on a day that makes duties due (触发事项): a session of a congress, a decision, an assigned
 * suggestion.
 *
 * @param type the id of its type
 * @param date absent while only its year is known
 * @param year of its date; without one, the year for which it is expected
 * @param unit whose it is; absent: everybody's
 * @param attributes numbers, texts, true or false, by the names of the attributes of its type
 * @param lead whom it names to lead (主办)
 * @param co whom it names beside (协办)
 * @param follows the occasion that came, or should have come, before it
 * @param enteredOn the day on which it was entered
 */
public record Occasion(
    UUID id,
    String type,
    @Nullable String name,
    @Nullable LocalDate date,
    int year,
    @Nullable UnitRef unit,
    Map<String, Object> attributes,
    List<UnitRef> lead,
    List<UnitRef> co,
    @Nullable UUID follows,
    boolean cancelled,
    LocalDate enteredOn,
    @Nullable Integer version) {

  /** The same, entered on another day. */
  public Occasion enteredOn(LocalDate day) {
    return new Occasion(
        id, type, name, date, year, unit, attributes, lead, co, follows, cancelled, day, version);
  }

  /**
   * What anybody may read of it, without these units by their ids: its words are not published, nor
   * what it is a part of.
   */
  Occasion published(Set<String> hidden) {
    return new Occasion(
        id,
        type,
        null,
        date,
        year,
        unit,
        Map.of(),
        lead.stream().filter(it -> !hidden.contains(it.id())).toList(),
        co.stream().filter(it -> !hidden.contains(it.id())).toList(),
        null,
        cancelled,
        enteredOn,
        version);
  }
}
