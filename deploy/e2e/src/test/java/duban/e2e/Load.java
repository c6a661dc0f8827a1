package duban.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Front ends that record what happened while services die under them. Each says the same again,
 * with the same id, until it is told that it is stored: the only thing that the oracle later
 * trusts.
 */
final class Load {

  private final Whole whole;
  private final List<String> deadlines;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final List<Thread> callers = new ArrayList<>();

  /**
   * @param deadlines ids of open deadlines
   */
  Load(Whole whole, List<String> deadlines) {
    this.whole = whole;
    this.deadlines = deadlines;
  }

  void begin(int threads, long seed) {
    for (int i = 0; i < threads; i++) {
      var random = new Random(seed + i);
      var caller = new Thread(() -> call(random), "load-" + i);
      caller.start();
      callers.add(caller);
    }
  }

  private void call(Random random) {
    while (!stopping.get()) {
      var deadline = deadlines.get(random.nextInt(deadlines.size()));
      record(
          deadline,
          random.nextBoolean() ? "PROGRESS_REPORTED" : "EVIDENCE_ADDED",
          random.nextInt(1_000_000));
    }
  }

  private void record(String deadline, String type, int number) {
    var evidence =
        type.equals("EVIDENCE_ADDED")
            ? ", \"evidence\": {\"kind\": \"TEXT\", \"text\": \"材料第" + number + "号\"}"
            : ", \"note\": \"第" + number + "次反馈\"";
    say(deadline, type, evidence);
  }

  /** One occurrence that counts. */
  void count(String deadline, String attributes) {
    say(deadline, "COUNTED", ", \"attributes\": " + attributes);
  }

  private void say(String deadline, String type, String more) {
    var id = UUID.randomUUID().toString();
    var body =
        "{\"id\": \"%s\", \"deadlineId\": \"%s\", \"type\": \"%s\", \"effectiveOn\": \"2027-10-25\"%s}"
            .formatted(id, deadline, type, more);
    while (true) {
      try {
        var answer = whole.post("/api/status/events", body);
        if (answer.status() == 201 || answer.status() == 200) {
          acknowledged.put(id, deadline);
          return;
        }
        if (answer.status() < 500) {
          refused.add(answer.status() + " " + answer.text() + " to " + body);
          return;
        }
        Thread.sleep(50);
      } catch (IOException e) {
        // Its service is dead at the moment.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  void end() throws InterruptedException {
    stopping.set(true);
    for (var caller : callers) {
      caller.join(60_000);
      if (caller.isAlive()) {
        throw new IllegalStateException("A caller was never answered");
      }
    }
  }

  /** By event id: its deadline. */
  Map<String, String> acknowledged() {
    return acknowledged;
  }

  /** What was answered with a problem of the caller's: nothing, if all is well. */
  Set<String> refused() {
    return refused;
  }
}
