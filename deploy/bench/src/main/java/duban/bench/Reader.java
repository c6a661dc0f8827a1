package duban.bench;

import java.io.IOException;
import java.util.Random;
import java.util.function.IntFunction;

/** Reads one path after the other. */
final class Reader implements Load.Caller {

  private static final int OK = 200;

  private final Http http;
  private final IntFunction<String> path;
  private final Random random;

  /**
   * @param path of a number
   */
  Reader(Http http, IntFunction<String> path, int number) {
    this.http = http;
    this.path = path;
    this.random = new Random(number);
  }

  @Override
  public void call() throws IOException {
    var answer = http.get(path.apply(random.nextInt(Integer.MAX_VALUE)));
    if (answer.status() != OK) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
