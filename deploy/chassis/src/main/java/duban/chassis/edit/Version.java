package duban.chassis.edit;

import duban.chassis.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
   * {@code ETag}.
   */
  public static void require(@Nullable String ifMatch, long version, String what) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw problem(
          428,
          "version-required",
          "Precondition required",
          HEADER + " is missing; " + what + " has the ETag " + etag(version) + ": give it back",
          version);
    }
    var given = STRONG.matcher(ifMatch.strip());
    if (!given.matches()) {
      throw Problems.badRequest(
          "invalid-version",
          HEADER + " is '" + ifMatch + "'; give the one ETag of " + what + ", such as \"3\"",
          HEADER);
    }
    if (Long.parseLong(given.group(1)) != version) {
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
          version);
    }
  }

  private static HttpProblem problem(
      int status, String type, String title, String detail, long version) {
    return Problems.of(
        status,
        type,
        title,
        detail,
        Map.of("field", HEADER, "version", version),
        Map.of("ETag", etag(version)));
  }
}
