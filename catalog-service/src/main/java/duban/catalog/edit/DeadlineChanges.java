package duban.catalog.edit;

import java.util.List;

/**
 * What an edit did to the deadlines. Each stands in one list, in the order of the due dates; a list
 * shows at most 500, the counts tell of all.
 *
 * @param appeared new, or withdrawn before
 * @param moved with another due date
 * @param withdrawn its rule no longer makes it
 * @param changed otherwise: owed by another unit, or worded, counted or opened in another way
 */
public record DeadlineChanges(
    Counts counts,
    List<DeadlineChange> appeared,
    List<DeadlineChange> moved,
    List<DeadlineChange> withdrawn,
    List<DeadlineChange> changed) {
  public static final int SHOWN = 500;

  public static final DeadlineChanges NONE =
      new DeadlineChanges(new Counts(0, 0, 0, 0), List.of(), List.of(), List.of(), List.of());

  /** How many, also beyond those that are listed. */
  public record Counts(int appeared, int moved, int withdrawn, int changed) {}

  public int total() {
    return counts.appeared + counts.moved + counts.withdrawn + counts.changed;
  }
}
