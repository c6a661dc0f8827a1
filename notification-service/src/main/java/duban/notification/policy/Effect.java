package duban.notification.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy or a contact changes in what is planned; what was sent stays.
 *
 * @param appear how many, as far as the caller may see them or his grant reaches their units
 * @param items the first hundred of those that the caller may see, by the moment they leave
 */
public record Effect(int appear, int move, int disappear, List<Item> items) {

  /** What happens to a reminder. */
  public enum Change {
    APPEARS,
    MOVES,
    DISAPPEARS
  }

  /**
   * One reminder.
   *
   * @param number its working days; of a span its days, a month as 30; of PACE the count
   * @param recipient absent: nobody receives, and it is held for that
   * @param before of one that moves, as it is now
   */
  public record Item(
      Change change,
      String deadlineId,
      String title,
      String unit,
      Step step,
      int number,
      Channel channel,
      @Nullable String recipient,
      Instant dueAt,
      @Nullable Before before) {}

  /** A reminder as it is planned now. */
  public record Before(int number, Instant dueAt) {}
}
