package duban.catalog.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds topics, conferences and items in a text without markup: an item begins with its number, a
 * conference ends with its year in brackets, and a topic is what stands right before a conference.
 */
public final class DocumentReader {
  private static final Pattern CONFERENCE =
      Pattern.compile("(第[一二三四五六七八九十]+次.*会议)[((](\\d{4})年[))]");

  private final List<String> lines;
  private final List<PrintedItem> items = new ArrayList<>();
  private final Set<Integer> numbers = new HashSet<>();
  private int topics;
  private int ordinal;
  private @Nullable PrintedTopic topic;
  private @Nullable PrintedConference conference;

  private DocumentReader(SourceText text) {
    this.lines = text.lines();
  }

  /**
   * The items in the order of the text.
   *
   * @throws IllegalArgumentException if a line is neither heading, item nor blank; its message says
   *     which
   */
  public static List<PrintedItem> read(SourceText text) {
    DocumentReader reader = new DocumentReader(text);
    for (int line = 1; line <= reader.lines.size(); line++) {
      reader.take(line);
    }
    return List.copyOf(reader.items);
  }

  private void take(int line) {
    String printed = lines.get(line - 1);
    String stripped = Blank.strip(printed);
    Label label = Label.of(printed);
    Matcher heading = CONFERENCE.matcher(stripped);
    if (stripped.isEmpty()) {
      return;
    }
    if (label != null) {
      takeItem(line, label);
    } else if (heading.matches()) {
      if (topic == null) {
        throw new IllegalArgumentException("line " + line + " is a conference without a topic");
      }
      conference = new PrintedConference(heading.group(1), Integer.parseInt(heading.group(2)));
      ordinal = 0;
      numbers.clear();
    } else if (conferenceFollows(line)) {
      topic = new PrintedTopic(++topics, stripped);
      conference = null;
    } else if (topic != null) {
      throw new IllegalArgumentException(
          "line " + line + " is neither a heading nor a numbered item: " + stripped);
    }
  }

  private void takeItem(int line, Label label) {
    if (topic == null || conference == null) {
      throw new IllegalArgumentException("line " + line + " is an item without a conference");
    }
    items.add(
        new PrintedItem(
            topic,
            conference,
            ++ordinal,
            line,
            label.printed(),
            label.text(),
            label.flags(numbers)));
    numbers.add(label.number());
  }

  private boolean conferenceFollows(int line) {
    return lines.stream()
        .skip(line)
        .filter(next -> !Blank.isBlank(next))
        .findFirst()
        .filter(next -> CONFERENCE.matcher(Blank.strip(next)).matches())
        .isPresent();
  }
}
