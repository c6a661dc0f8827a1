package duban.chassis.edit;

import duban.chassis.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an edit starts from: the {@code ETag} of an answer, given back as {@code If-Match}, so that
 * nobody overwrites what they have not seen.
 */
public final class Version {

  private static final String HEADER = "If-Match";
  private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

  private Version() {}

  /** The value of {@code ETag}, such as {@code "3"} with its quotation marks. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets an edit pass that starts from {@code version}. {@code what} names the thing in the detail,
   * such as {@code unit XRD-01}.
   *
   * <p>Throws 428 {@code version-required} without a header, 400 {@code invalid-version} for
   * anything but one strong ETag of ours ({@code *} too: it would edit the unseen), and 412 {@code
   * version-conflict} for another version; 428 and 412 carry the present one as {@code version} and
   * {@code ETag}, and 412 the one that was given as {@code given}.
   */
  public static void require(@Nullable String ifMatch, long version, String what) {
    require(ifMatch, version, what, Map.of());
  }

  /**
   * The same, where a conflict tells more.
   *
   * @param current fields of the problem, such as the thing as it stands now
   */
  public static void require(
      @Nullable String ifMatch, long version, String what, Map<String, Object> current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw problem(
          428,
          "version-required",
          "Precondition required",
          HEADER + " is missing; " + what + " has the ETag " + etag(version) + ": give it back",
          version,
          Map.of());
    }
    var given = STRONG.matcher(ifMatch.strip());
    if (!given.matches()) {
      throw Problems.badRequest(
          "invalid-version",
          HEADER + " is '" + ifMatch + "'; give the one ETag of " + what + ", such as \"3\"",
          HEADER);
    }
    long started = Long.parseLong(given.group(1));
    if (started != version) {
      Map<String, Object> told = new HashMap<>(current);
      told.put("given", started);
      throw problem(
          412,
          "version-conflict",
          "Precondition failed",
          HEADER
              + " is "
              + ifMatch.strip()
              + ", but "
              + what
              + " has changed to "
              + etag(version)
              + "; read it again and repeat the edit on that",
          version,
          told);
    }
  }

  private static HttpProblem problem(
      int status,
      String type,
      String title,
      String detail,
      long version,
      Map<String, Object> more) {
    Map<String, Object> fields = new HashMap<>(more);
    fields.put("field", HEADER);
    fields.put("version", version);
    return Problems.of(status, type, title, detail, fields, Map.of("ETag", etag(version)));
  }
}
