package duban.catalog.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is printed, for whoever quotes it. */
@ApplicationScoped
public class PrintedLines {
  private final DocumentLines lines;

  PrintedLines(DocumentLines lines) {
    this.lines = lines;
  }

  /** Something that is taken from a line. */
  public record Item(int line, String text) {}

  public Optional<String> line(String documentId, int number) {
    return lines
        .findByIdOptional(new DocumentLineEntity.Key(documentId, number))
        .map(line -> line.text);
  }

  /** Whether the stretch stands anywhere in the document. */
  public boolean has(String documentId, String stretch) {
    return lines.text(documentId).lines().stream().anyMatch(line -> line.contains(stretch));
  }

  /** What is odd about each item of a group, in the order of the group. */
  public List<List<Flag>> flags(String documentId, List<Item> group) {
    List<String> printed = lines.text(documentId).lines();
    Set<Integer> numbers = new HashSet<>();
    List<List<Flag>> flags = new ArrayList<>();
    for (Item item : group) {
      flags.add(Label.flags(printed.get(item.line() - 1), item.text(), numbers));
    }
    return flags;
  }
}
