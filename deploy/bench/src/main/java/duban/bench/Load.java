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

/** Callers in a closed loop: each asks again as soon as it is answered. */
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
    var threads = Executors.newFixedThreadPool(connections);
    try {
      long began = System.nanoTime();
      long until = began + time.toNanos();
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Caller caller = callers.caller(i);
        all.add(threads.submit((Callable<List<Long>>) () -> loop(caller, until)));
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

  private static List<Long> loop(Caller caller, long until) throws Exception {
    var nanos = new ArrayList<Long>();
    try (caller) {
      long before = System.nanoTime();
      while (before < until) {
        caller.call();
        long after = System.nanoTime();
        nanos.add(after - before);
        before = after;
      }
    }
    return nanos;
  }
}
