package duban.catalog.calendar;

import duban.catalog.edit.Refused;
import duban.chassis.calendar.LocalDays;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days of a year that are special to a unit and all below it.
 *
 * @param daysOff on which it does not work, with their names
 * @param nothingSent on which nothing is sent to it, with the reasons
 */
@Schema(additionalProperties = Schema.False.class)
record LocalDaysForm(
    @NotNull @Size(max = 60) Map<LocalDate, @NotBlank @Size(max = 40) String> daysOff,
    @NotNull @Size(max = 60) Map<LocalDate, @NotBlank @Size(max = 40) String> nothingSent) {

  LocalDays of(int year, String unit) {
    expectWithin(year, "daysOff", daysOff);
    expectWithin(year, "nothingSent", nothingSent);
    return new LocalDays(unit, daysOff, nothingSent);
  }

  private static void expectWithin(int year, String field, Map<LocalDate, String> days) {
    for (LocalDate day : days.keySet()) {
      if (day.getYear() != year) {
        throw new Refused(
            "invalid-calendar",
            field,
            field + " has " + day + ", a day of another year than " + year);
      }
    }
  }
}
