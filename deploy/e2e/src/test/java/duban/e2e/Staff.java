package duban.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who changes a few things while services die under him, one after the other, each from
 * the version that he was told last. He says the same again until he is told that it is stored; if
 * he is told that it is no longer that version, he looks: nobody else changes these things, so it
 * must be what he said. Who holds his monitor keeps him from changing anything.
 */
final class Staff {

  /** What a thing was acknowledged to be. */
  record Told(long version, String value) {}

  private static final int MILLIS_BETWEEN = 1_200;

  private final Whole whole;
  private final Map<Thing, Told> told = new EnumMap<>(Thing.class);
  private final Map<Thing, ObjectNode> forms = new EnumMap<>(Thing.class);
  private final Map<String, CopyOnWriteArrayList<URI>> servers = new ConcurrentHashMap<>();
  private final Queue<Whole.Answer> failures = new ConcurrentLinkedQueue<>();
  private final Set<String> wrong = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicInteger edits = new AtomicInteger();
  private int number;
  private Thread caller;

  /** Returns when what he changes is there. */
  Staff(Whole whole) throws IOException, InterruptedException {
    this.whole = whole;
    for (var thing : Thing.values()) {
      servers
          .computeIfAbsent(thing.service(), it -> new CopyOnWriteArrayList<>())
          .addIfAbsent(whole.duban().origin());
      forms.put(thing, thing.begin(whole));
      told.put(thing, seen(whole.get(thing.path()), thing));
    }
  }

  Staff begin(long seed) {
    var random = new Random(seed);
    caller = new Thread(() -> call(random), "staff");
    caller.start();
    return this;
  }

  private void call(Random random) {
    try {
      while (!stopping.get()) {
        edit(Thing.values()[random.nextInt(Thing.values().length)]);
        Thread.sleep(random.nextInt(MILLIS_BETWEEN));
      }
    } catch (AssertionError neverAcknowledged) {
      // Nobody hears what this thread throws: whoever judges does.
      wrong.add(neverAcknowledged.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Calls a process past the origin, too. */
  void alsoTo(String service, URI server) {
    servers.get(service).add(server);
  }

  void noLongerTo(String service, URI server) {
    servers.get(service).remove(server);
  }

  /** Changes a thing, and returns what is acknowledged. */
  synchronized Told edit(Thing thing) throws InterruptedException {
    return change(thing, thing.value(++number), servers.get(thing.service()));
  }

  /** The same at this process alone. */
  synchronized Told edit(Thing thing, URI server) throws InterruptedException {
    return change(thing, thing.value(++number), List.of(server));
  }

  /** Says once more what a service has forgotten, beginning from what it has now. */
  synchronized Told repeat(Thing thing) throws IOException, InterruptedException {
    var lost = told.get(thing);
    told.put(thing, seen(whole.get(thing.path()), thing));
    return change(thing, lost.value(), servers.get(thing.service()));
  }

  private Told change(Thing thing, String value, List<URI> servers) throws InterruptedException {
    var last = told.get(thing);
    var next = new Told(last.version() + 1, value);
    var form = forms.get(thing);
    thing.put(form, value);
    var unanswered = new Unanswered("an edit of " + thing, failures);
    for (int i = number; !done(thing, last, next, form.toString(), servers, i); i++) {
      unanswered.pause();
    }
    told.put(thing, next);
    edits.incrementAndGet();
    return next;
  }

  private boolean done(
      Thing thing, Told last, Told next, String body, List<URI> servers, int attempt)
      throws InterruptedException {
    try {
      var server = servers.get(Math.floorMod(attempt, servers.size()));
      var at = server.resolve(thing.path());
      var answer = whole.put(at, "\"" + last.version() + "\"", body);
      if (answer.status() == 200) {
        expect(next, new Told(answer.version(), next.value()), answer);
        return true;
      }
      if (answer.status() == 412) {
        var present = whole.get(at);
        if (present.status() == 200) {
          expect(next, seen(present, thing), present);
          return true;
        }
      } else if (answer.status() < 500) {
        wrong.add(answer.status() + " " + answer.text() + " to " + body);
        return true;
      }
      failures.add(answer);
    } catch (IOException e) {
      // Its service is dead at the moment.
    }
    return false;
  }

  private void expect(Told next, Told is, Whole.Answer answer) {
    if (!is.equals(next)) {
      wrong.add(is + " instead of " + next + ": " + answer.text());
    }
  }

  private static Told seen(Whole.Answer answer, Thing thing) {
    return new Told(answer.version(), thing.shown(answer.body()));
  }

  /** Returns when he was answered. */
  void end() throws InterruptedException {
    stopping.set(true);
    caller.join(60_000);
    if (caller.isAlive()) {
      throw new IllegalStateException("Staff were never answered");
    }
  }

  /** What was acknowledged last, of everything. */
  synchronized Map<Thing, Told> told() {
    return new EnumMap<>(told);
  }

  /** How many edits were acknowledged; does not wait for one that is under way. */
  int edits() {
    return edits.get();
  }

  /** Answers, since this was last cleared, that promised nothing: the same is said again. */
  Queue<Whole.Answer> failures() {
    return failures;
  }

  /** What was answered with a problem of the caller's, or is not what was said. */
  Set<String> wrong() {
    return wrong;
  }
}
