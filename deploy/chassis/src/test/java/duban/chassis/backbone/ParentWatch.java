package duban.chassis.backbone;

import java.io.IOException;

/** Ends this process when its parent does, however that ended: the pipe from it closes. */
public final class ParentWatch {

  private ParentWatch() {}

  /** Call first thing in {@code main}; standard input must be a pipe that the parent holds open. */
  public static void start() {
    var watch = new Thread(ParentWatch::waitForEnd, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void waitForEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said on it.
      }
    } catch (IOException e) {
      // The same as its end.
    }
    // Orderly if possible, but never longer than this: nobody is left to wait.
    var halt =
        new Thread(
            () -> {
              try {
                Thread.sleep(8_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(1);
            });
    halt.setDaemon(true);
    halt.start();
    System.exit(0);
  }
}
