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
  private static final int SHOWN = 500;

  public static final DeadlineChanges NONE = of(List.of(), List.of(), List.of(), List.of());

  /** How many, also beyond those that are listed. */
  public record Counts(int appeared, int moved, int withdrawn, int changed) {}

  public static DeadlineChanges of(
      List<DeadlineChange> appeared,
      List<DeadlineChange> moved,
      List<DeadlineChange> withdrawn,
      List<DeadlineChange> changed) {
    return new DeadlineChanges(
        new Counts(appeared.size(), moved.size(), withdrawn.size(), changed.size()),
        shown(appeared),
        shown(moved),
        shown(withdrawn),
        shown(changed));
  }

  public int total() {
    return counts.appeared + counts.moved + counts.withdrawn + counts.changed;
  }

  private static List<DeadlineChange> shown(List<DeadlineChange> all) {
    return List.copyOf(all.subList(0, Math.min(SHOWN, all.size())));
  }
}
