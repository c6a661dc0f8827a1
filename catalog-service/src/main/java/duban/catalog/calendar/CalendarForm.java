package duban.catalog.calendar;

import duban.chassis.calendar.CalendarYear;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A year by its State Council notice.
 *
 * @param daysOff public holidays by their day, with their names
 * @param makeUpWorkingDays Saturdays and Sundays that are worked, with the holiday's name
 */
@Schema(additionalProperties = Schema.False.class)
record CalendarForm(
    @NotNull @Size(max = 366) Map<LocalDate, @NotBlank @Size(max = 40) String> daysOff,
    @NotNull @Size(max = 366) Map<LocalDate, @NotBlank @Size(max = 40) String> makeUpWorkingDays) {

  CalendarYear of(int year) {
    return CalendarYear.announced(year, daysOff, makeUpWorkingDays);
  }
}
