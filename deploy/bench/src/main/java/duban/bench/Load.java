package duban.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers: in a closed loop each asks again as soon as it is answered; or all ask in turn. */
final class Load {

  /** Something that is asked for again and again, by one thread. */
  interface Caller extends AutoCloseable {
    void call() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Makes a caller, with a connection of its own. */
  interface Callers {
    Caller caller(int number) throws Exception;
  }

  /** How it went: how many, and how long each took, in nanoseconds. */
  record Result(double seconds, long[] nanos) {
    double perSecond() {
      return nanos.length / seconds;
    }

    double p99Millis() {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.ceil(0.99 * sorted.length) - 1] / 1e6;
    }
  }

  private static final int WARM_UP_CALLS = 20_000;
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);

  private Load() {}

  /** Until everything that matters is compiled: so many calls, however long a machine takes. */
  static void warmUp(int connections, Callers callers) throws Exception {
    long until = System.nanoTime() + LONGEST_WARM_UP.toNanos();
    int calls = 0;
    while (calls < WARM_UP_CALLS && System.nanoTime() < until) {
      calls += run(connections, STEP, callers).nanos().length;
    }
  }

  static Result run(int connections, Duration time, Callers callers) throws Exception {
    long began = System.nanoTime();
    long until = began + time.toNanos();
    return run(
        connections,
        callers,
        caller -> {
          var nanos = new ArrayList<Long>();
          for (long before = System.nanoTime(); before < until; ) {
            caller.call();
            long after = System.nanoTime();
            nanos.add(after - before);
            before = after;
          }
          return nanos;
        });
  }

  /**
   * So many calls a second, over all connections. A call is late from its turn on, even if no
   * connection was free to make it.
   */
  static Result paced(int connections, Duration time, int rate, Callers callers) throws Exception {
    long began = System.nanoTime();
    long calls = rate * time.toSeconds();
    var next = new AtomicInteger();
    return run(
        connections,
        callers,
        caller -> {
          var nanos = new ArrayList<Long>();
          for (int turn = next.getAndIncrement(); turn < calls; turn = next.getAndIncrement()) {
            BareKafka.awaitTurn(began, turn, rate);
            caller.call();
            nanos.add(System.nanoTime() - BareKafka.turn(began, turn, rate));
          }
          return nanos;
        });
  }

  /** What one caller does until the end; returns how long each call took. */
  private interface Loop {
    List<Long> of(Caller caller) throws Exception;
  }

  private static Result run(int connections, Callers callers, Loop loop) throws Exception {
    var threads = Executors.newFixedThreadPool(connections);
    try {
      long began = System.nanoTime();
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Caller caller = callers.caller(i);
        all.add(
            threads.submit(
                (Callable<List<Long>>)
                    () -> {
                      try (caller) {
                        return loop.of(caller);
                      }
                    }));
      }
      var nanos = new ArrayList<Long>();
      for (Future<List<Long>> one : all) {
        nanos.addAll(one.get());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Result(seconds, nanos.stream().mapToLong(Long::longValue).toArray());
    } finally {
      threads.shutdownNow();
    }
  }
}
