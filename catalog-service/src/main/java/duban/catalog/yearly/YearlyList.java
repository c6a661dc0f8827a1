package duban.catalog.yearly;

import duban.catalog.measure.Source;
import duban.catalog.obligation.Strength;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What units owe in a year (年度任务清单), in the usual columns.
 *
 * @param madeOn the day of which it tells
 * @param units in the order of their codes; last, without a unit, what nobody owes yet
 */
record YearlyList(int year, LocalDate madeOn, List<OfUnit> units) {

  /** One unit's list. */
  record OfUnit(@Nullable UnitRef unit, List<Item> items) {}

  /**
   * One row.
   *
   * @param number 序号, from 1 in each unit's list
   * @param basis 文件依据; absent for who sees the duty and not the document
   * @param task 任务要求
   * @param role whether the unit owes it or handles it beside the one that does
   * @param responsible 牵头/责任单位
   * @param coHandlers 配合单位
   * @param dates 时限; empty where no date follows from the rule
   * @param frequency 频次, and by when
   * @param marks what must be known beside
   */
  record Item(
      int number,
      String obligationId,
      String measureId,
      @Nullable Source basis,
      String quote,
      String task,
      Strength strength,
      Role role,
      List<UnitRef> responsible,
      List<UnitRef> coHandlers,
      List<Due> dates,
      Words frequency,
      Set<Mark> marks) {

    Item numbered(int newNumber) {
      return new Item(
          newNumber,
          obligationId,
          measureId,
          basis,
          quote,
          task,
          strength,
          role,
          responsible,
          coHandlers,
          dates,
          frequency,
          marks);
    }
  }

  /** How a unit takes part. */
  enum Role {
    RESPONSIBLE,
    CO_HANDLER
  }

  /**
   * A date.
   *
   * @param deadlineId of the unit's own; absent of a co-handler, who handles several
   * @param provisional true: the days off of its year are not announced
   * @param tally true: until then it is only counted, and nothing is due
   */
  record Due(
      @Nullable String deadlineId,
      String period,
      @Nullable String checkpoint,
      LocalDate opensOn,
      LocalDate dueOn,
      boolean provisional,
      @Nullable Boolean tally) {}

  /** What must be known of a row beside its columns. */
  enum Mark {
    LISTED_ONLY("倡导性,不催办"),
    PAUSED("是否被新要求取代待认定,暂缓"),
    TO_DECIDE("历史事项待认定"),
    UNANSWERED("是否适用待答复"),
    NO_DATE("日期未定"),
    COUNTED_ONLY("只计次数,不催办"),
    NO_UNIT("责任单位未定"),
    MEMBERS_UNKNOWN("成员名单未提供"),
    PROVISIONAL("期限暂算");

    private final String chinese;

    Mark(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }
}
