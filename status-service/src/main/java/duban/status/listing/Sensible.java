package duban.status.listing;

import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and moments of a query that the database can compare; Java knows millions of years more. */
public final class Sensible {

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private Sensible() {}

  public static Optional<LocalDate> day(String name, @Nullable String value) {
    Optional<LocalDate> day = Parameter.date(name, value);
    day.filter(it -> !sensible(it))
        .ifPresent(
            it -> {
              throw outside(name, it);
            });
    return day;
  }

  public static Optional<Instant> moment(String name, @Nullable String value) {
    Optional<Instant> moment = Parameter.moment(name, value);
    moment
        .filter(it -> !sensible(it))
        .ifPresent(
            it -> {
              throw outside(name, it);
            });
    return moment;
  }

  public static boolean sensible(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }

  public static boolean sensible(Instant moment) {
    return !moment.isBefore(Instant.parse(FIRST + "T00:00:00Z"))
        && !moment.isAfter(Instant.parse(LAST + "T23:59:59Z"));
  }

  private static RuntimeException outside(String name, Object value) {
    return Problems.badRequest(
        "invalid-parameter",
        name + " is " + value + "; give a time between the years 1900 and 2999",
        name);
  }
}
