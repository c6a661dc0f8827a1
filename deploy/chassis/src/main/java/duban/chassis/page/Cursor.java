package duban.chassis.page;

import duban.chassis.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a keyset page ended, opaque to the caller: the sort key of its last row. */
public final class Cursor {

  private static final String BETWEEN = "\u001f";

  private Cursor() {}

  /** The cursor behind a row with this sort key. */
  public static String encode(String... parts) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
  }

  /** The sort key; a 400 problem if it is not a cursor of a list with so many parts. */
  public static List<String> decode(String cursor, int parts) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var key = List.of(text.split(BETWEEN, -1));
      if (key.size() == parts && text.indexOf('\0') < 0) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the one answer
    }
    throw malformed();
  }

  /** For a part that cannot be read as what it should be. */
  public static RuntimeException malformed() {
    return Problems.badRequest(
        "invalid-parameter",
        "after is not a cursor of this list; give the 'next' of the page before, unchanged",
        "after");
  }
}
