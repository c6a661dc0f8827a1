package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Cuts what is made again into pieces that are made one after the other: not all of a country's
 * deadlines at once in the memory, nor all of a rule that a whole province owes.
 */
final class Pieces {
  private static final int DEADLINES = 3_000;

  private Pieces() {}

  /**
   * One of several parts of equal size, by the last two bytes of the deadlines' ids.
   *
   * @param number from 0
   */
  record Slice(int number, int of) {
    static final Slice WHOLE = new Slice(0, 1);
    private static final int BYTES = 0xffff;

    boolean has(UUID id) {
      return (id.getLeastSignificantBits() & BYTES) % of == number;
    }
  }

  /**
   * @param deadlines about how many each rule makes
   */
  static List<Part> of(Part whole, ToLongFunction<Obligation> deadlines) {
    List<Part> pieces = new ArrayList<>();
    List<Obligation> together = new ArrayList<>();
    long many = 0;
    for (Obligation rule : whole.rules()) {
      long count = deadlines.applyAsLong(rule);
      if (count > DEADLINES) {
        int slices = (int) Math.min(Slice.BYTES, (count + DEADLINES - 1) / DEADLINES);
        for (int number = 0; number < slices; number++) {
          pieces.add(whole.of(List.of(rule), new Slice(number, slices)));
        }
        continue;
      }
      if (many + count > DEADLINES) {
        pieces.add(whole.of(List.copyOf(together), Slice.WHOLE));
        together.clear();
        many = 0;
      }
      together.add(rule);
      many += count;
    }
    if (!together.isEmpty()) {
      pieces.add(whole.of(List.copyOf(together), Slice.WHOLE));
    }
    return pieces;
  }
}
