package duban.status.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duban.status.fold.Event;
import duban.status.fold.EventType;
import duban.status.fold.Matter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParsedEventsTest {

  private final UUID deadline = UUID.randomUUID();
  private final ParsedEvents parsed = new ParsedEvents();
  private final List<Event> record =
      Matter.sessions()
          .on("2027-01-04", EventType.ASSIGNED)
          .counted("2027-03-01", 1)
          .counted("2027-11-01", 2)
          .events;

  private static String text(List<Event> events) {
    return events.stream()
        .map(it -> new String(Sealed.of(it).bytes(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(","));
  }

  private void assertRead(List<Event> events) {
    assertEquals(text(events), text(parsed.of(deadline, events.isEmpty() ? null : text(events))));
  }

  @Test
  void aGrowingRecordIsReadAsItStands() {
    for (int known = 0; known <= record.size(); known++) {
      assertRead(record.subList(0, known));
      assertRead(record.subList(0, known));
    }
  }

  @Test
  void severalMayHaveComeInBetween() {
    assertRead(record.subList(0, 1));
    assertRead(record);
  }

  @Test
  void aRestoredRecordIsShorterThanBefore() {
    assertRead(record);
    assertRead(record.subList(0, 1));
    assertRead(List.of());
  }

  @Test
  void aRestoredRecordMayGoAnotherWay() {
    assertRead(record.subList(0, 2));
    assertRead(List.of(record.get(0), record.get(2)));
  }

  @Test
  void deadlinesAreKeptApart() {
    assertRead(record);
    assertEquals(1, parsed.of(UUID.randomUUID(), text(record.subList(2, 3))).size());
  }
}
