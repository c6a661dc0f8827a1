package duban.local.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form as it was posted; one that is absent is empty. */
record Form(Map<String, String> fields) {

  /** Throws IllegalArgumentException for what is no form, or names a field twice. */
  static Form of(@Nullable String body) {
    Map<String, String> fields = new HashMap<>();
    for (var field : body == null || body.isEmpty() ? new String[0] : body.split("&")) {
      var parts = field.split("=", 2);
      var name = decoded(parts[0]);
      if (fields.put(name, parts.length < 2 ? "" : decoded(parts[1])) != null) {
        throw new IllegalArgumentException(name + " stands twice");
      }
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }
}
