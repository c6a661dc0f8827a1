package duban.status.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single texts. */
final class Texts {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private Texts() {}

  static void check(String field, @Nullable String text, int most) {
    if (text == null) {
      return;
    }
    if (text.isBlank()) {
      throw Form.wrong(field, "is blank; give a text or leave it out");
    }
    if (text.length() > most) {
      throw Form.wrong(field, "has " + text.length() + " characters; give at most " + most);
    }
  }

  static void code(String field, @Nullable String text) {
    if (text != null && !CODE.matcher(text).matches()) {
      throw Form.wrong(field, "must be 1 to 64 letters, digits and hyphens");
    }
  }

  static void link(String field, String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && url.length() <= 2000) {
        return;
      }
    } catch (URISyntaxException e) {
      // falls through to the one answer
    }
    throw Form.wrong(
        field,
        "is no link; give an address that begins with https:// or http://, at most 2000 long");
  }
}
