package duban.local.preflight;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** How a person writes and reads the time of a local Duban. */
public final class BeijingTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private BeijingTime() {}

  /** The value of {@code duban.now}, such as {@code 2027-10-25T09:29}. */
  public static LocalDateTime parse(String text) {
    try {
      return LocalDateTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new Refusal(
          "duban.now is \"%s\", which is no Beijing date and time; write it like -Dduban.now=2027-10-25T09:29."
              .formatted(text),
          e);
    }
  }

  public static Instant instant(LocalDateTime beijing) {
    return beijing.atZone(ZONE).toInstant();
  }

  /** To the second, as {@link #parse} reads it. */
  public static LocalDateTime of(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE).truncatedTo(ChronoUnit.SECONDS);
  }
}
