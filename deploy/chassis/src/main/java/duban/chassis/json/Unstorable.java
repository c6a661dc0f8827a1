package duban.chassis.json;

import org.jspecify.annotations.Nullable;

/** Finds in a text what PostgreSQL cannot store. */
public final class Unstorable {

  private Unstorable() {}

  /** What the text holds, in words; null if all of it can be stored. */
  public static @Nullable String in(String text) {
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0) {
        return "the character NUL";
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return "half of a surrogate pair";
        }
        i++;
      }
    }
    return null;
  }
}
