package duban.catalog.yearly;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.catalog.obligation.Strength;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.yearly.YearlyList.Due;
import duban.catalog.yearly.YearlyList.Item;
import duban.catalog.yearly.YearlyList.Mark;
import duban.catalog.yearly.YearlyList.OfUnit;
import duban.catalog.yearly.YearlyList.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit's list of a year as it was sent: {@code duban.yearly-list.v1}. It stays so, whatever
 * becomes of the rules.
 *
 * @param version absent while it is stored
 * @param sentBy the unit by whose people it was sent; absent if they belong to none
 */
record SentList(
    UUID id,
    @Nullable Integer version,
    int year,
    UnitRef unit,
    LocalDate sentOn,
    @Nullable UnitRef sentBy,
    List<Row> items) {

  /**
   * What was owed and by when, in the words in which a table says it.
   *
   * @param number 序号, from 1
   * @param basis 文件依据; absent where the unit does not see the document
   * @param task 任务要求
   * @param responsible 牵头/责任单位
   * @param coHandlers 配合单位
   * @param dates 时限
   * @param frequency 频次, in Chinese
   * @param marks what must be known beside, in Chinese
   */
  record Row(
      int number,
      String obligationId,
      String measureId,
      @Nullable String basis,
      String task,
      Strength strength,
      Role role,
      List<UnitRef> responsible,
      List<UnitRef> coHandlers,
      List<Day> dates,
      String frequency,
      List<String> marks) {

    static Row of(Item item) {
      return new Row(
          item.number(),
          item.obligationId(),
          item.measureId(),
          item.basis() == null ? null : item.basis().cited(),
          item.task(),
          item.strength(),
          item.role(),
          item.responsible(),
          item.coHandlers(),
          item.dates().stream().map(Day::of).toList(),
          item.frequency().chinese(),
          item.marks().stream().map(Mark::chinese).toList());
    }
  }

  /**
   * A date.
   *
   * @param deadlineId of the unit's own; absent of a co-handler
   * @param tally true: until then it is only counted, and nothing is due
   */
  record Day(
      @Nullable UUID deadlineId, LocalDate dueOn, boolean provisional, @Nullable Boolean tally) {
    static Day of(Due due) {
      UUID id = due.deadlineId() == null ? null : UUID.fromString(due.deadlineId());
      return new Day(id, due.dueOn(), due.provisional(), due.tally());
    }
  }

  /** The same sending to the same unit always has the same id. */
  static SentList of(
      UUID sending, int year, LocalDate sentOn, @Nullable UnitRef sentBy, OfUnit list) {
    UnitRef unit = Objects.requireNonNull(list.unit());
    return new SentList(
        UuidCreator.getNameBasedSha1(sending, unit.id()),
        null,
        year,
        unit,
        sentOn,
        sentBy,
        list.items().stream().map(Row::of).toList());
  }

  SentList at(int newVersion) {
    return new SentList(id, newVersion, year, unit, sentOn, sentBy, items);
  }
}
