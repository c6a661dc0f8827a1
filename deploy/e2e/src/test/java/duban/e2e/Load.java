package duban.e2e;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Front ends that record what happened while services die under them. Each says the same again,
 * with the same id, until it is told that it is stored: the only thing that the oracle later
 * trusts.
 */
final class Load {

  /** What was acknowledged. */
  record Said(String deadline, String type) {}

  private static final int MILLIS_BETWEEN = 60;
  private static final int KEPT = 2;

  private final Whole whole;
  private final List<String> deadlines;
  private final Queue<String> toCount;
  private final Queue<String> kept = new ConcurrentLinkedQueue<>();
  private final List<URI> servers = new CopyOnWriteArrayList<>();
  private final Map<String, Said> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Whole.Answer> failures = new ConcurrentLinkedQueue<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final List<Thread> callers = new ArrayList<>();

  /**
   * @param deadlines ids of open deadlines
   * @param toCount those of which one occurrence is counted each, now and then; two are kept for
   *     {@link #countOne}
   */
  Load(Whole whole, List<String> deadlines, Collection<String> toCount) {
    this.whole = whole;
    this.deadlines = deadlines;
    this.toCount = new ConcurrentLinkedQueue<>(toCount);
    for (int i = 0; i < KEPT; i++) {
      kept.add(this.toCount.remove());
    }
    servers.add(whole.duban().origin());
  }

  /** Calls a process past the origin, too. */
  void alsoTo(URI server) {
    servers.add(server);
  }

  void noLongerTo(URI server) {
    servers.remove(server);
  }

  Load begin(int threads, long seed) {
    for (int i = 0; i < threads; i++) {
      var random = new Random(seed + i);
      var caller = new Thread(() -> call(random), "load-" + i);
      caller.start();
      callers.add(caller);
    }
    return this;
  }

  private void call(Random random) {
    try {
      while (!stopping.get()) {
        var counted = random.nextInt(20) == 0 ? toCount.poll() : null;
        if (counted != null) {
          count(counted);
        } else {
          report(
              deadlines.get(random.nextInt(deadlines.size())),
              random.nextBoolean(),
              random.nextInt(1_000_000));
        }
        Thread.sleep(random.nextInt(MILLIS_BETWEEN));
      }
    } catch (AssertionError neverAcknowledged) {
      // Nobody hears what this thread throws: whoever judges does.
      refused.add(neverAcknowledged.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(String deadline, boolean evidence, int number) throws InterruptedException {
    if (evidence) {
      var text = "{\"kind\": \"TEXT\", \"text\": \"材料第" + number + "号\"}";
      say(deadline, "EVIDENCE_ADDED", ", \"evidence\": " + text);
    } else {
      say(deadline, "PROGRESS_REPORTED", ", \"note\": \"第" + number + "次反馈\"");
    }
  }

  /** One session of two, which stops no notice. */
  private void count(String deadline) throws InterruptedException {
    say(deadline, "COUNTED", ", \"attributes\": {\"days\": 1}");
  }

  /**
   * Counts, at this server alone, one occurrence of a deadline whose measure nothing else is said
   * of any more; returns its id then.
   */
  String countOne(URI server) throws InterruptedException {
    var deadline = kept.remove();
    say(deadline, "COUNTED", ", \"attributes\": {\"days\": 1}", List.of(server));
    return deadline;
  }

  /** Reports some progress, and returns its id when that is acknowledged. */
  String probe() throws InterruptedException {
    return say(deadlines.get(0), "PROGRESS_REPORTED", "", servers);
  }

  private String say(String deadline, String type, String more) throws InterruptedException {
    return say(deadline, type, more, servers);
  }

  private String say(String deadline, String type, String more, List<URI> servers)
      throws InterruptedException {
    var id = UUID.randomUUID().toString();
    var body =
        "{\"id\": \"%s\", \"deadlineId\": \"%s\", \"type\": \"%s\", \"effectiveOn\": \"2027-10-25\"%s}"
            .formatted(id, deadline, type, more);
    var unanswered = new Unanswered(type + " of " + deadline, failures);
    for (int i = 0; true; i++) {
      try {
        var server = servers.get(Math.floorMod(id.hashCode() + i, servers.size()));
        var answer = whole.post(server.resolve("/api/status/events"), body);
        if (answer.status() == 201 || answer.status() == 200) {
          acknowledged.put(id, new Said(deadline, type));
          return id;
        }
        if (answer.status() < 500 && !answer.text().contains("deadline-not-known")) {
          refused.add(answer.status() + " " + answer.text() + " to " + body);
          return id;
        }
        failures.add(answer);
      } catch (IOException e) {
        // Its service is dead at the moment.
      }
      unanswered.pause();
    }
  }

  /** Returns when everybody who spoke was answered. */
  void end() throws InterruptedException {
    stopping.set(true);
    for (var caller : callers) {
      caller.join(60_000);
      if (caller.isAlive()) {
        throw new IllegalStateException("A caller was never answered");
      }
    }
    callers.clear();
    stopping.set(false);
  }

  /** Answers, since this was last cleared, that promised nothing: the same is said again. */
  Queue<Whole.Answer> failures() {
    return failures;
  }

  /** By event id. */
  Map<String, Said> acknowledged() {
    return acknowledged;
  }

  /** What was answered with a problem of the caller's: nothing, if all is well. */
  Set<String> refused() {
    return refused;
  }
}
