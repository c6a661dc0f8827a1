package duban.catalog.document;

/** What looks blank: Java's isBlank and strip do not see U+00A0, of which the source is full. */
final class Blank {
  private Blank() {}

  static boolean isBlank(String line) {
    return line.chars().allMatch(Blank::blank);
  }

  static String strip(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && blank(line.charAt(from))) {
      from++;
    }
    while (from < to && blank(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean blank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
