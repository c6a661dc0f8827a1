package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two who follow the stream, each at another process: both hear everything, and once. */
final class Streams implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Whole whole;
  private final URI second;
  private final Load load;
  private final Ear atFirst;
  private final Ear atSecond;
  private final Set<String> before;

  /** Returns when both listen, the first through the origin. */
  Streams(Whole whole, URI second, Load load) {
    this.whole = whole;
    this.second = second;
    this.load = load;
    atFirst = new Ear(whole.duban().origin(), whole.accounts(), "");
    atSecond = new Ear(second, whole.accounts(), "");
    await("both listen")
        .atMost(PATIENCE)
        .until(() -> !atFirst.place().isEmpty() && !atSecond.place().isEmpty());
    before = Set.copyOf(load.acknowledged().keySet());
  }

  /** Also for one who heard the first half at the one process, and goes on at the other. */
  void check() throws IOException {
    var told = new HashSet<>(load.acknowledged().keySet());
    told.removeAll(before);
    assertThat(told).isNotEmpty();
    for (var ear : List.of(atFirst, atSecond)) {
      await("everything that was acknowledged is heard")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(ear.events().containsAll(told)).isTrue());
      assertThat(ear.events()).doesNotHaveDuplicates();
    }
    var all = atFirst.heard();
    var half = all.size() / 2;
    var rest = all.subList(half, all.size());
    try (var resumed = new Ear(second, whole.accounts(), all.get(half - 1).place())) {
      await("the rest is heard at the other process")
          .atMost(PATIENCE)
          .until(() -> resumed.heard().size() >= rest.size());
      await().atMost(PATIENCE).until(() -> resumed.events().containsAll(events(rest)));
      assertThat(resumed.events()).doesNotHaveDuplicates();
      assertThat(resumed.events()).doesNotContainAnyElementsOf(events(all.subList(0, half)));
      var again = byMeasure(resumed.heard());
      byMeasure(rest)
          .forEach((measure, events) -> assertThat(again.get(measure)).startsWith(array(events)));
    }
    System.out.printf(
        "%d events heard at both processes of status, the last %d again at the other%n",
        all.size(), rest.size());
  }

  private static List<String> events(List<Ear.Heard> heard) {
    return heard.stream().map(Ear.Heard::event).toList();
  }

  private static Map<String, List<String>> byMeasure(List<Ear.Heard> heard) {
    return heard.stream()
        .collect(
            Collectors.groupingBy(
                Ear.Heard::measure, Collectors.mapping(Ear.Heard::event, Collectors.toList())));
  }

  private static String[] array(List<String> events) {
    return events.toArray(String[]::new);
  }

  @Override
  public void close() throws IOException {
    atFirst.close();
    atSecond.close();
  }
}
