package duban.local.part;

import duban.local.preflight.Refusal;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part that is started again whenever it ends without having been told to. */
public final class Supervised {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  /** A life as long as this was no failed start: the next pause is short again. */
  private static final Duration GOOD_LIFE = Duration.ofSeconds(20);

  private final Part part;
  private final Remnants remnants;
  private final Consumer<String> say;
  private final Object launching = new Object();
  private volatile @Nullable ProcessHandle process;
  private volatile boolean stopping;
  private volatile boolean halted;
  private volatile State state = State.STARTING;

  /** As the start page shows it. */
  public enum State {
    STARTING,
    READY,
    RESTARTING,
    STOPPED
  }

  public Supervised(Part part, Remnants remnants, Consumer<String> say) {
    this.part = part;
    this.remnants = remnants;
    this.say = say;
  }

  public Part part() {
    return part;
  }

  public State state() {
    return state;
  }

  /** The id of its process at this moment, or -1. */
  public long pid() {
    ProcessHandle running = process;
    return running == null ? -1 : running.pid();
  }

  /** Starts it and waits until it is ready; a part that does not come up is a refusal. */
  public void start() {
    say.accept("%-22s starting …".formatted(part.title()));
    long began = System.nanoTime();
    ProcessHandle started = launch();
    while (!part.ready()) {
      if (stopping) {
        throw new Refusal("Stopped while " + part.title() + " was starting.");
      }
      if (Ending.over(started)) {
        throw failed("ended while it was starting");
      }
      if (System.nanoTime() - began > LONGEST_START.toNanos()) {
        throw failed("was not ready after " + LONGEST_START.toSeconds() + " s");
      }
      sleep(POLL.toMillis());
    }
    state = State.READY;
    say.accept(
        "%-22s ready after %4.1f s   127.0.0.1:%d"
            .formatted(part.title(), (System.nanoTime() - began) / 1e9, part.port()));
    watch(started);
  }

  private Refusal failed(String how) {
    return new Refusal(
        "%s %s. The end of its log, %s:%n%s"
            .formatted(part.title(), how, part.log(), LogTail.of(part.log())));
  }

  private ProcessHandle launch() {
    synchronized (launching) {
      if (stopping || halted) {
        throw new Refusal("Stopped before " + part.title() + " was started.");
      }
      ProcessHandle started = part.launch();
      process = started;
      if (part.hearsOurEnd()) {
        remnants.note(part.name(), started);
      }
      return started;
    }
  }

  private void watch(ProcessHandle running) {
    Thread watch = new Thread(() -> keepAlive(running), "watch " + part.name());
    watch.setDaemon(true);
    watch.start();
  }

  private void keepAlive(ProcessHandle first) {
    ProcessHandle running = first;
    long pause = FIRST_PAUSE_MILLIS;
    long born = System.nanoTime();
    while (true) {
      while (!Ending.over(running)) {
        sleep(POLL.toMillis());
      }
      if (stopping) {
        return;
      }
      if (halted) {
        state = State.STOPPED;
        sleep(POLL.toMillis());
        continue;
      }
      state = State.RESTARTING;
      if (System.nanoTime() - born > GOOD_LIFE.toNanos()) {
        pause = FIRST_PAUSE_MILLIS;
      }
      say.accept(
          "%s ended; starting it again in %d s (log: %s)"
              .formatted(part.title(), pause / 1_000, part.log()));
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      born = System.nanoTime();
      ProcessHandle again = again();
      if (again != null) {
        running = again;
      }
    }
  }

  private @Nullable ProcessHandle again() {
    try {
      ProcessHandle started = launch();
      while (!Ending.over(started) && !stopping && !halted && !part.ready()) {
        sleep(POLL.toMillis());
      }
      if (!Ending.over(started) && !stopping && !halted) {
        state = State.READY;
        say.accept(part.title() + " is ready again");
      }
      return started;
    } catch (RuntimeException e) {
      if (!stopping && !halted) {
        say.accept("%s did not start: %s".formatted(part.title(), e.getMessage()));
      }
      return null;
    }
  }

  /** Ends it until {@link #resume}. */
  public void halt(Duration patience) {
    halted = true;
    synchronized (launching) {
      part.stop(patience);
    }
  }

  /** Lets it be started again, in a moment and by itself. */
  public void resume() {
    halted = false;
  }

  /** Ends it for good. */
  public void stop(Duration patience) {
    stopping = true;
    synchronized (launching) {
      part.stop(patience);
    }
    state = State.STOPPED;
    remnants.forget(part.name());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
