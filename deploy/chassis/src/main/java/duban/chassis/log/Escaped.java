package duban.chassis.log;

/**
 * Text in which nothing ends a line, moves the cursor, turns the direction of text or is half a
 * character: such are written as {@code \\u000a}.
 */
final class Escaped {

  private Escaped() {}

  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (forges(text, i)) {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int from) {
    var safe = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (forges(text, i)) {
        safe.append("\\u%04x".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean forges(String text, int at) {
    var c = text.charAt(at);
    if (c < ' ' || c == 0x7f) {
      return c != '\t';
    }
    if (c < 0x80) {
      return false;
    }
    if (Character.isSurrogate(c)) {
      return Character.isHighSurrogate(c)
          ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
          : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Directions and joiners: what is shown would not be what is there.
      case Character.FORMAT -> true;
      default -> false;
    };
  }
}
