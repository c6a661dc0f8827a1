package duban.chassis.inbox;

import com.fasterxml.jackson.core.JsonToken;
import duban.chassis.json.Json;
import duban.chassis.json.Unstorable;
import java.io.IOException;

/**
 * Finds texts that PostgreSQL cannot store, before it refuses them together with all that came
 * beside them: the character NUL, and half of a surrogate pair.
 */
final class Storable {

  private static final int THREE_BYTES = 0xED;
  private static final int SURROGATE = 0xA0;

  private Storable() {}

  /** Throws {@link UnacceptableRecord}, or what the parser throws for what is no JSON. */
  static void check(byte[] json) throws IOException {
    if (!suspicious(json)) {
      return; // nearly always: looking through the bytes is much cheaper than reading them twice
    }
    try (var parser = Json.contract().createParser(json)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
          check(parser.getText());
        }
      }
    }
  }

  private static boolean suspicious(byte[] json) {
    for (int i = 0; i + 1 < json.length; i++) {
      var escape = json[i] == '\\' && json[i + 1] == 'u';
      if (escape || ((json[i] & 0xFF) == THREE_BYTES && (json[i + 1] & 0xFF) >= SURROGATE)) {
        return true;
      }
    }
    return false;
  }

  private static void check(String text) {
    var unstorable = Unstorable.in(text);
    if (unstorable != null) {
      throw new UnacceptableRecord(Reason.NOT_ALLOWED, "The body holds " + unstorable);
    }
  }
}
