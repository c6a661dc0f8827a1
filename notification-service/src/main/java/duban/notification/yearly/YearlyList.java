package duban.notification.yearly;

import duban.notification.deadline.Ref;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit's yearly list (年度任务清单) as it was sent, frozen.
 *
 * @param sentBy the unit by whose people it was sent; absent: that is not known
 */
public record YearlyList(
    String id,
    long version,
    int year,
    Ref unit,
    LocalDate sentOn,
    @Nullable Ref sentBy,
    List<Item> items) {

  /**
   * One row.
   *
   * @param basis 文件依据; absent where the receiver does not see the document
   * @param task 任务要求
   * @param role RESPONSIBLE or CO_HANDLER
   * @param frequency 频次, in Chinese
   * @param marks in Chinese
   */
  public record Item(
      int number,
      @Nullable String basis,
      String task,
      String strength,
      String role,
      List<Ref> responsible,
      List<Ref> coHandlers,
      List<Due> dates,
      String frequency,
      List<String> marks) {

    /** Whether it stands in the list and makes no deadlines. */
    public boolean listedOnly() {
      return strength.equals("MAY") || strength.equals("AIM");
    }

    public boolean inPrinciple() {
      return strength.equals("IN_PRINCIPLE");
    }

    public boolean beside() {
      return role.equals("CO_HANDLER");
    }
  }

  /**
   * A date.
   *
   * @param deadlineId the unit's own deadline; absent for a co-handler
   * @param provisional whether the days off of its year are not announced
   * @param tally true: until then it is only counted, and nothing is due
   */
  public record Due(
      @Nullable String deadlineId, LocalDate dueOn, boolean provisional, @Nullable Boolean tally) {}

  /** The ids of the unit's own deadlines. */
  public List<String> deadlines() {
    return items.stream()
        .flatMap(it -> it.dates().stream())
        .map(Due::deadlineId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
