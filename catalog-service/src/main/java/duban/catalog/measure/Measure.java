package duban.catalog.measure;

import duban.catalog.document.Flag;
import duban.catalog.document.Openness;
import duban.catalog.document.PrintedConference;
import duban.catalog.document.PrintedItem;
import duban.catalog.document.PrintedTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One numbered item of a document, as it is shown and published.
 *
 * @param ordinal its place within its topic and conference; the printed label is no key
 * @param text to the letter
 * @param openness of its document, so that whoever reads of it knows who may
 */
public record Measure(
    String id,
    @Nullable Integer version,
    String documentId,
    Conference conference,
    Topic topic,
    int ordinal,
    String label,
    int line,
    String text,
    List<Flag> flags,
    @Nullable Openness openness) {

  /** The meeting that decided. */
  public record Conference(String id, String name, int year) {
    static Conference of(PrintedConference printed) {
      return new Conference(printed.id(), printed.name(), printed.year());
    }
  }

  /** The document's heading. */
  public record Topic(String id, String name) {
    static Topic of(PrintedTopic printed) {
      return new Topic(printed.id(), printed.name());
    }
  }

  public static Measure of(String documentId, PrintedItem item) {
    Conference conference = Conference.of(item.conference());
    Topic topic = Topic.of(item.topic());
    return new Measure(
        id(documentId, conference.id(), topic.id(), item.ordinal()),
        null,
        documentId,
        conference,
        topic,
        item.ordinal(),
        item.label(),
        item.line(),
        item.text(),
        item.flags(),
        null);
  }

  static String id(String documentId, String conference, String topic, int ordinal) {
    return String.join("-", documentId, conference, topic, Integer.toString(ordinal));
  }

  Measure flagged(List<Flag> newFlags) {
    return new Measure(
        id, null, documentId, conference, topic, ordinal, label, line, text, newFlags, openness);
  }

  /** How a catalogue file refers to it: conference/topic/ordinal. */
  public String key() {
    return conference.id() + "/" + topic.id() + "/" + ordinal;
  }

  Measure at(int newVersion) {
    return new Measure(
        id, newVersion, documentId, conference, topic, ordinal, label, line, text, flags, openness);
  }
}
