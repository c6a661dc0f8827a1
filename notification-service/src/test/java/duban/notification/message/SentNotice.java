package duban.notification.message;

import duban.notification.MailServer.Received;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A mail, with what can be seen on its envelope. */
record SentNotice(LocalDate day, LocalTime time, String to, String subject, String text) {

  private static final Pattern TOTAL = Pattern.compile("截至目前有(\\d+)项未完成");
  private static final Pattern LINE = Pattern.compile("(?m)^(\\d+)\\.\\[(牵头|配合|督办)](.+)$");
  private static final Pattern UNITS = Pattern.compile("\\((\\d+)个单位\\)“");

  static SentNotice of(Received mail) {
    var at = OffsetDateTime.parse(mail.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
    var to = mail.to().replace("@chaoyang.example", "").toUpperCase(Locale.ROOT);
    return new SentNotice(at.toLocalDate(), at.toLocalTime(), to, mail.subject(), mail.text());
  }

  int duties() {
    var total = TOTAL.matcher(text);
    return total.find() ? Integer.parseInt(total.group(1)) : 1;
  }

  /** How many duties its lines speak of; some say the same of several units. */
  int listed() {
    return lines().isEmpty()
        ? 1
        : lines().stream()
            .map(UNITS::matcher)
            .mapToInt(it -> it.find() ? Integer.parseInt(it.group(1)) : 1)
            .sum();
  }

  List<String> lines() {
    return LINE.matcher(text).results().map(it -> it.group(3)).toList();
  }

  /** A row of the table of the year: day, recipient, subject, number of duties. */
  String row(Map<String, String> names) {
    return "%s\t%s %s\t%s\t%d".formatted(day, to, names.get(to), subject, duties());
  }

  String letter() {
    return "== %s %s\n%s\n\n%s".formatted(day, to, subject, text);
  }
}
