package duban.chassis.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days of a year that are special to a unit and all below it.
 *
 * @param unit its id
 * @param daysOff on which it does not work, with their names
 * @param nothingSent on which nothing is sent to it, with the reasons; they are worked nevertheless
 */
public record LocalDays(
    String unit,
    @Nullable Map<LocalDate, String> daysOff,
    @Nullable Map<LocalDate, String> nothingSent) {

  public LocalDays {
    daysOff = new TreeMap<>(daysOff == null ? Map.of() : daysOff);
    nothingSent = new TreeMap<>(nothingSent == null ? Map.of() : nothingSent);
  }

  @Override
  public Map<LocalDate, String> daysOff() {
    return Objects.requireNonNull(daysOff);
  }

  @Override
  public Map<LocalDate, String> nothingSent() {
    return Objects.requireNonNull(nothingSent);
  }
}
