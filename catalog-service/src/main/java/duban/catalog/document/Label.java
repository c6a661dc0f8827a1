package duban.catalog.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The printed number of an item, and what stands behind it. */
record Label(int number, String printed, boolean usualForm, String text) {
  private static final Pattern ITEM = Pattern.compile("((\\d{1,3})(?:\\.(?= )|、))( ?)(.+)");

  /** Null if the line is no item. */
  static @Nullable Label of(String line) {
    Matcher item = ITEM.matcher(line);
    if (!item.matches()) {
      return null;
    }
    boolean usual = item.group(1).endsWith(".") && item.group(3).equals(" ");
    return new Label(Integer.parseInt(item.group(2)), item.group(1), usual, item.group(4));
  }

  /** Of any item, however it is labelled; adds its number to those of its group. */
  static List<Flag> flags(String line, String text, Collection<Integer> group) {
    Label label = Label.of(line);
    if (label == null) {
      return Stream.concat(Stream.of(Flag.LABEL_FORM), cutOff(text)).toList();
    }
    List<Flag> flags = new Label(label.number, label.printed, label.usualForm, text).flags(group);
    group.add(label.number);
    return flags;
  }

  /**
   * @param before the numbers that stand before it in its group
   */
  List<Flag> flags(Collection<Integer> before) {
    List<Flag> flags = new ArrayList<>();
    int highest = before.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (before.contains(number)) {
      flags.add(Flag.LABEL_REPEATED);
    }
    if (number > highest + 1) {
      flags.add(Flag.LABEL_SKIPPED);
    }
    if (!usualForm) {
      flags.add(Flag.LABEL_FORM);
    }
    cutOff(text).forEach(flags::add);
    return List.copyOf(flags);
  }

  private static Stream<Flag> cutOff(String text) {
    return Blank.strip(text).matches("(?s).*[。!?!?][”’」』))]*")
        ? Stream.empty()
        : Stream.of(Flag.CUT_OFF);
  }
}
