package duban.status.listing;

import duban.chassis.problem.Parameter;
import duban.status.measure.Measures;
import duban.status.unit.Units;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose deadlines, and of which measures. A part of every filter; all that is given holds. */
public class Scope {

  @QueryParam("unit")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id or code of a unit; of a group, its members are meant too",
      example = "XRD-01")
  @Nullable String unit;

  @QueryParam("measure")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a measure",
      example = "chaoyang-2015-T6-1")
  @Nullable String measure;

  @QueryParam("conference")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a conference",
      example = "2015")
  @Nullable String conference;

  @QueryParam("topic")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id of a topic",
      example = "T6")
  @Nullable String topic;

  @QueryParam("q")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "A stretch of the deadline's title or of the measure's text",
      example = "人民代表大会")
  @Nullable String q;

  /**
   * Conditions on a {@code deadline d}.
   *
   * @param ofUnit the column with the id of its unit
   * @param everything whether the caller sees everything: the texts of measures that are not open
   *     are searched too, and what is unknown is refused
   */
  public Clauses clauses(Units units, Measures measures, boolean everything, String ofUnit) {
    Clauses clauses = new Clauses();
    units.meant("unit", unit, everything).ifPresent(ids -> clauses.among(ofUnit, ids));
    Parameter.text("measure", measure).ifPresent(it -> clauses.equal("d.measure_id", it));
    measures
        .conference(conference, everything)
        .ifPresent(it -> clauses.and(of("conference_id = ?"), it));
    measures.topic(topic, everything).ifPresent(it -> clauses.and(of("topic_id = ?"), it));
    Parameter.text("q", q)
        .map(Clauses::pattern)
        .ifPresent(it -> containing(it, clauses, everything));
    return clauses;
  }

  private static void containing(String pattern, Clauses clauses, boolean everything) {
    String text = "text LIKE ? ESCAPE '!'" + (everything ? "" : " AND m.open");
    clauses.and("(d.title LIKE ? ESCAPE '!' OR " + of(text) + ")", pattern, pattern);
  }

  /**
   * What is asked of what is told as it happens, where there is no query.
   *
   * @param units ids and codes of its unit and of the groups that this belongs to
   * @param open whether anybody may read the text
   */
  public record Subject(
      Set<String> units,
      @Nullable String measure,
      @Nullable String conference,
      @Nullable String topic,
      @Nullable String title,
      @Nullable String text,
      boolean open) {}

  /** The same conditions on a subject; the database, too, tells capitals from small letters. */
  public Predicate<Subject> predicate(Units units, Measures measures, BooleanSupplier everything) {
    boolean telling = everything.getAsBoolean();
    units.meant("unit", unit, telling);
    Optional<String> ofUnit = Parameter.text("unit", unit);
    Optional<String> ofMeasure = Parameter.text("measure", measure);
    Optional<String> ofConference = measures.conference(conference, telling);
    Optional<String> ofTopic = measures.topic(topic, telling);
    Optional<String> words = Parameter.text("q", q);
    return it ->
        ofUnit.filter(wanted -> !it.units().contains(wanted)).isEmpty()
            && ofMeasure.filter(wanted -> !wanted.equals(it.measure())).isEmpty()
            && ofConference.filter(wanted -> !wanted.equals(it.conference())).isEmpty()
            && ofTopic.filter(wanted -> !wanted.equals(it.topic())).isEmpty()
            && words
                .filter(
                    wanted ->
                        !has(it.title(), wanted)
                            && !((it.open() || everything.getAsBoolean())
                                && has(it.text(), wanted)))
                .isEmpty();
  }

  private static boolean has(@Nullable String text, String words) {
    return text != null && text.contains(words);
  }

  private static String of(String condition) {
    return "d.measure_id IN (SELECT m.id FROM measure m WHERE m." + condition + ")";
  }
}
