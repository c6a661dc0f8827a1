package duban.catalog.document;

import duban.catalog.edit.Refused;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the marks of state secrets (秘密, 机密, 绝密), which nothing here may hold: a star behind the
 * word, the word in brackets, or the word alone on its line. A text that only speaks of secrets has
 * none of these.
 */
final class Secrecy {
  private static final String BLANK = "[\\s\\p{Z}]*";
  private static final String GRADE = "(?:秘" + BLANK + "密|机" + BLANK + "密|绝" + BLANK + "密)";
  private static final Pattern MARK =
      Pattern.compile(
          GRADE
              + BLANK
              + "[★☆*]|[((【\\[〔]"
              + BLANK
              + GRADE
              + BLANK
              + "[))】\\]〕]|^"
              + BLANK
              + "(?:密级"
              + BLANK
              + "[::]"
              + BLANK
              + ")?"
              + GRADE
              + BLANK
              + "$");

  private Secrecy() {}

  /** Throws Refused, which does not repeat the text. */
  static void expectNone(String title, List<String> lines) {
    if (MARK.matcher(title).find()) {
      throw refused("title");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (MARK.matcher(lines.get(i)).find()) {
        throw refused("lines[" + i + "]");
      }
    }
  }

  private static Refused refused(String field) {
    return new Refused(
        "classified-document",
        field,
        field + " bears the mark of a state secret; such a document must not be kept here");
  }
}
