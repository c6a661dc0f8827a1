package duban.local.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who asks for a token: in the form, or by basic authentication. */
record Client(String id, String secret) {
  private static final String BASIC = "Basic ";

  /** Throws IllegalArgumentException for a header that cannot be read. */
  static Client of(@Nullable String authorization, Form form) {
    if (authorization == null) {
      return new Client(form.get("client_id"), form.get("client_secret"));
    }
    if (!authorization.startsWith(BASIC)) {
      throw new IllegalArgumentException("another scheme");
    }
    var decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
    var parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    return new Client(text(parts[0]), parts.length < 2 ? "" : text(parts[1]));
  }

  private static String text(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
