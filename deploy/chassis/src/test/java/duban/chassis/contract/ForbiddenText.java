package duban.chassis.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Texts that no field takes, by what is wrong with them. */
final class ForbiddenText {

  static final Map<String, String> CASES = Collections.unmodifiableMap(cases());

  private ForbiddenText() {}

  private static Map<String, String> cases() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("NUL", "督\u0000办");
    cases.put("first half of a surrogate pair", "督\ud800办");
    cases.put("second half of a surrogate pair", "督\udc00办");
    IntStream.concat(IntStream.rangeClosed(0x202a, 0x202e), IntStream.rangeClosed(0x2066, 0x2069))
        .forEach(mark -> cases.put("U+%04X".formatted(mark), "督" + (char) mark + "办"));
    return cases;
  }
}
