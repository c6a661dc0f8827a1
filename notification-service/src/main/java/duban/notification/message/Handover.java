package duban.notification.message;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * How far one mail has come, between the thread that speaks with the server and the one that waits
 * for it: only one of them decides whether the next step is taken. Before each step that the server
 * cannot be asked to forget, the claim is looked at again: its holder may have slept.
 */
final class Handover {

  private enum Stage {
    OPENING,
    WRITING,
    HANDED,
    GIVEN_UP,
    LOST
  }

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPENING);
  private final BooleanSupplier ours;

  /**
   * @param ours whether the claim still counts
   */
  Handover(BooleanSupplier ours) {
    this.ours = ours;
  }

  /** Right before DATA. Throws if nothing may be written. */
  void write() throws IOException {
    step(Stage.OPENING, Stage.WRITING);
  }

  /** Right before the dot that ends the mail. Throws if it may not end: hang up then. */
  void hand() throws IOException {
    step(Stage.WRITING, Stage.HANDED);
  }

  private void step(Stage from, Stage to) throws IOException {
    if (!stillOurs()) {
      stage.compareAndSet(from, Stage.LOST);
      throw new IOException("the claim of this mail has ended");
    }
    if (!stage.compareAndSet(from, to)) {
      throw new IOException("nobody waits for this mail any more");
    }
  }

  private boolean stillOurs() throws IOException {
    try {
      return ours.getAsBoolean();
    } catch (RuntimeException e) {
      throw new IOException("whether the claim still counts cannot be told", e);
    }
  }

  boolean opening() {
    return stage.get() == Stage.OPENING;
  }

  /** Whether the claim had ended before the server was given the mail. */
  boolean lost() {
    return stage.get() == Stage.LOST;
  }

  /** Whether the whole mail was handed over, so that only the server knows what became of it. */
  boolean handed() {
    return stage.get() == Stage.HANDED;
  }

  /** Stops it before its next step; false if it has been handed over. */
  boolean giveUp() {
    return stage.updateAndGet(it -> it == Stage.HANDED || it == Stage.LOST ? it : Stage.GIVEN_UP)
        != Stage.HANDED;
  }
}
