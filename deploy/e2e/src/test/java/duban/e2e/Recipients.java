package duban.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/** Who is written to, by the addresses that a demonstration gives to units. */
final class Recipients {
  private Recipients() {}

  static List<String> of(List<JsonNode> mails) {
    return mails.stream()
        .map(it -> it.path("to"))
        .map(it -> it.isArray() ? it.path(0).asText() : it.asText())
        .toList();
  }

  /** Those of the members of a group, whose codes end with a number. */
  static List<String> numbered(String code, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "%s%02d@chaoyang.example".formatted(code, number))
        .toList();
  }
}
