package duban.chassis.edit;

import duban.chassis.problem.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client's own id of documents, units, obligations and the like; it stands in addresses. */
public final class Code {

  /** For {@code @Pattern} and for schemas. */
  public static final String FORM = "^[A-Za-z0-9-]{1,60}$";

  private static final Pattern RIGHT = Pattern.compile(FORM);

  private Code() {}

  /** Answers {@code value}, or throws 400 {@code invalid-code} that names {@code field}. */
  public static String check(String field, @Nullable String value) {
    if (value == null || !RIGHT.matcher(value).matches()) {
      throw Problems.badRequest(
          "invalid-code",
          field
              + (value == null ? " is missing" : " is '" + value + "'")
              + "; give 1 to 60 letters (A to Z), digits and hyphens",
          field);
    }
    return value;
  }
}
