package duban.catalog.edit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that somebody can mean: Java and PostgreSQL know years that no duty has. */
public final class Day {
  public static final int FIRST_YEAR = 1949;
  public static final int LAST_YEAR = 2199;

  private Day() {}

  /** Throws Refused of the type if the day is there and lies in no such year. */
  public static void expect(String type, String field, @Nullable LocalDate day) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw new Refused(
          type,
          field,
          field + " is " + day + "; give a day of the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }
}
