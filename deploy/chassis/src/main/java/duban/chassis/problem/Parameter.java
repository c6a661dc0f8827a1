package duban.chassis.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of a query or path; what cannot be read is a 400 that says what would be right.
 */
public final class Parameter {

  /** Of a year, or an id: which none is meant to be that only looks like the period of a year. */
  private static final Pattern PERIOD =
      Pattern.compile(
          "\\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]|W0[1-9]|W[1-4]\\d|W5[0-3]))?"
              + "|(?!\\d{4}-?[A-Za-z]?\\d{0,2}$)[A-Za-z0-9-]{1,60}");

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private Parameter() {}

  public static Optional<LocalDate> date(String name, @Nullable String value) {
    try {
      return text(name, value).map(LocalDate::parse).map(Parameter::inRange);
    } catch (DateTimeException e) {
      throw wrong(name, value, "a date that exists, such as 2027-10-31");
    }
  }

  /** Java knows years that PostgreSQL does not. */
  private static LocalDate inRange(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new DateTimeException("no year of ours");
    }
    return day;
  }

  public static Optional<Instant> moment(String name, @Nullable String value) {
    try {
      var moment = text(name, value).map(Instant::parse);
      moment.ifPresent(it -> inRange(it.atZone(ZoneOffset.UTC).toLocalDate()));
      return moment;
    } catch (DateTimeException e) {
      throw wrong(name, value, "a moment in UTC, such as 2027-10-31T01:00:00Z");
    }
  }

  public static Optional<UUID> uuid(String name, @Nullable String value) {
    try {
      return text(name, value).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw wrong(name, value, "a UUID, such as 123e4567-e89b-42d3-a456-426614174000");
    }
  }

  public static <E extends Enum<E>> Optional<E> oneOf(
      String name, @Nullable String value, Class<E> type) {
    try {
      return text(name, value).map(it -> Enum.valueOf(type, it));
    } catch (IllegalArgumentException e) {
      throw wrong(name, value, "one of " + Arrays.toString(type.getEnumConstants()));
    }
  }

  /**
   * A switch such as {@code dryRun}: {@code true} and {@code false}, nothing else, so that a slip
   * does not write; absent is false.
   */
  public static boolean flag(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw wrong(name, value, "true or false");
  }

  /** A period as deadlines name it: of a year, or of a term by its id. */
  public static Optional<String> period(String name, @Nullable String value) {
    var text = text(name, value);
    if (text.filter(it -> !PERIOD.matcher(it).matches()).isPresent()) {
      throw wrong(
          name,
          value,
          "2027, or a part of it as 2027-H1, 2027-Q3, 2027-10 or 2027-W41, or the id of a term");
    }
    return text;
  }

  /** The same with all that lies in it, as {@link #within} says. */
  public static Optional<List<String>> periods(String name, @Nullable String value) {
    return period(name, value).map(Parameter::within);
  }

  /** Of a year itself and its parts, but no term that begins in it; any other period alone. */
  public static List<String> within(String period) {
    return !YEAR.matcher(period).matches()
        ? List.of(period)
        : Stream.of(
                Stream.of(period),
                parts(period + "-H%d", 2),
                parts(period + "-Q%d", 4),
                parts(period + "-%02d", 12),
                parts(period + "-W%02d", 53))
            .flatMap(it -> it)
            .toList();
  }

  private static Stream<String> parts(String format, int many) {
    return IntStream.rangeClosed(1, many).mapToObj(format::formatted);
  }

  /** Absent when null or empty; PostgreSQL stores no NUL, so none is looked for either. */
  public static Optional<String> text(String name, @Nullable String value) {
    if (value != null && value.indexOf('\0') >= 0) {
      throw wrong(name, value.replace('\0', '?'), "a text without the character NUL");
    }
    return Optional.ofNullable(value).filter(it -> !it.isEmpty());
  }

  private static RuntimeException wrong(String name, @Nullable String value, String right) {
    return Problems.badRequest(
        "invalid-parameter", name + " is '" + value + "'; give " + right, name);
  }
}
