package duban.status.stream;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.rights.Concern;
import duban.status.event.EventFilter;
import duban.status.listing.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private static final Wanted ALL =
      new Wanted(Optional.empty(), it -> true, it -> true, it -> true);

  private final List<String> got = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private boolean completed;
  private int gone;

  @Test
  void who_takes_nothing_holds_no_more_than_so_many_and_misses_nothing_later() {
    Listener listener = listener(Position.at(new long[] {0, 0}));
    List<Happening> happened = happened(1, 0, Listener.MOST_WAITING + 500);
    assertThat(listener.hear(happened)).isFalse();
    assertThat(listener.hasRoom()).isFalse();
    assertThat(listener.next(1)).isEqualTo(Listener.MOST_WAITING - 1); // one place has the greeting
    assertThat(listener.stuckFor(Duration.ZERO)).isTrue();

    listener.request(Long.MAX_VALUE);
    assertThat(listener.stuckFor(Duration.ZERO)).isFalse();
    assertThat(listener.hear(happened)).isTrue(); // again from the beginning: nothing comes twice
    assertThat(got)
        .isEqualTo(
            IntStream.range(0, Listener.MOST_WAITING + 500).mapToObj(String::valueOf).toList());
  }

  @Test
  void each_id_is_the_place_behind_its_event() {
    Listener listener = listener(Position.at(new long[] {5, 0}));
    listener.request(Long.MAX_VALUE);
    listener.hear(happened(1, 0, 2));
    listener.hear(happened(0, 3, 7)); // 3 and 4 were heard elsewhere
    assertThat(got).containsExactly("0", "1", "5", "6");
    assertThat(ids.get(ids.size() - 1)).isEqualTo(Position.at(new long[] {7, 2}).id(42));
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void what_waits_is_said_before_the_end() {
    Listener listener = listener(Position.at(new long[] {0, 0}));
    listener.hear(happened(0, 0, 2));
    listener.end();
    assertThat(completed).isFalse();
    listener.request(10);
    assertThat(got).containsExactly("0", "1");
    assertThat(completed).isTrue();
    assertThat(gone).isEqualTo(1);
    listener.hear(happened(0, 2, 3));
    assertThat(got).hasSize(2);
  }

  @Test
  void what_comes_while_nobody_listens_is_not_read_and_who_joins_misses_nothing_after() {
    Listeners all = new Listeners(10, new SimpleMeterRegistry());
    all.begin(
        Partitions.of(
            Map.of(
                new TopicPartition("first", 0), Uuid.randomUuid(),
                new TopicPartition("second", 0), Uuid.randomUuid())),
        Position.at(new long[] {0, 0}));
    assertThat(all.passed(Position.at(new long[] {3, 3}))).isTrue();
    Listener joined = all.join(Optional.empty(), (from, mark) -> listener(from));
    assertThat(joined.next(0)).isEqualTo(3);
    assertThat(all.passed(Position.at(new long[] {5, 5}))).isFalse();
    assertThat(all.now().orElseThrow().next(0)).isEqualTo(3);
  }

  private Listener listener(Position from) {
    var line = new Listener.Line(OutboundSseEventImpl.BuilderImpl::new, () -> gone++, it -> gone++);
    Listener listener = new Listener(line, ALL, from, 42);
    listener.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            // asks for nothing yet
          }

          @Override
          public void onNext(OutboundSseEvent event) {
            ids.add(event.getId());
            if (event.getData() != null) {
              got.add(String.valueOf(event.getData()));
            }
          }

          @Override
          public void onError(Throwable failure) {
            throw new AssertionError(failure);
          }

          @Override
          public void onComplete() {
            completed = true;
          }
        });
    return listener;
  }

  private static List<Happening> happened(int slot, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            it ->
                new Happening(
                    slot,
                    it,
                    Happening.Kind.PROGRESS,
                    String.valueOf(it),
                    new EventFilter.Subject(new UUID(0, 1), null, null),
                    new Scope.Subject(Set.of(), null, null, null, null, null, false),
                    new Happening.Concerned(Concern.ALL, false)))
        .toList();
  }
}
