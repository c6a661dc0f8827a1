package duban.status.event;

import duban.status.deadline.Condition;
import duban.status.deadline.Deadline;
import duban.status.fold.Finding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an event. They travel through Kafka and cannot be erased, so they are numbers,
 * booleans and short codes; sentences and names belong into the note.
 */
final class Attributes {

  private static final int MOST = 30;
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

  private Attributes() {}

  static void check(Map<String, Object> attributes) {
    if (attributes.size() > MOST) {
      throw Form.wrong("attributes", "has " + attributes.size() + " entries; give at most " + MOST);
    }
    attributes.forEach(Attributes::check);
  }

  private static void check(String name, @Nullable Object value) {
    if (!NAME.matcher(name).matches()) {
      throw Form.wrong(
          "attributes",
          "has a name that is not one; give 1 to 40 letters and digits, such as days");
    }
    boolean right =
        value instanceof Boolean
            || (value instanceof Number number && finite(number))
            || (value instanceof String text && CODE.matcher(text).matches());
    if (!right) {
      throw Form.wrong(
          "attributes." + name,
          "must be a number up to 1e12, true or false, or a code of at most 40 letters and digits;"
              + " a sentence belongs into note");
    }
  }

  private static boolean finite(Number number) {
    if (number instanceof Double floating && !Double.isFinite(floating)) {
      return false;
    }
    return new BigDecimal(number.toString()).abs().compareTo(LARGEST) <= 0;
  }

  /** Whoever says that a duty holds does not record at once what it fails by. */
  static void agree(NewEvent given, Deadline deadline) {
    Map<String, Object> attributes = given.attributes();
    if (given.outcome() != Finding.MET || attributes == null) {
      return;
    }
    deadline.conditions().stream()
        .filter(condition -> attributes.containsKey(condition.attribute()))
        .flatMap(condition -> condition.failedBy(attributes).stream())
        .findFirst()
        .ifPresent(
            why -> {
              throw Form.wrong("outcome", "is MET, but " + why + "; give NOT_MET, or what is so");
            });
  }

  /** What is counted must tell everything by which it is judged. */
  static void complete(@Nullable Map<String, Object> attributes, Deadline deadline) {
    for (Condition condition : deadline.conditions()) {
      Object value = attributes == null ? null : attributes.get(condition.attribute());
      if (value == null || !condition.fits(value)) {
        String is = value == null ? "is missing" : "is " + value;
        throw Form.wrong(
            "attributes." + condition.attribute(),
            is + "; this deadline is judged by it: give a " + condition.type());
      }
    }
  }
}
