package duban.helm;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** deploy/docs/operations.md. */
final class Manual {

  static final String TEXT = Repository.text("deploy/docs/operations.md");

  private Manual() {}

  /** The sections, as links name them. */
  static List<String> anchors() {
    return Pattern.compile("^#+ (.+)$", Pattern.MULTILINE)
        .matcher(TEXT)
        .results()
        .map(
            it ->
                it.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-'))
        .toList();
  }

  static List<String> all(String pattern) {
    return Pattern.compile(pattern)
        .matcher(TEXT)
        .results()
        .map(it -> it.group(1))
        .distinct()
        .toList();
  }
}
