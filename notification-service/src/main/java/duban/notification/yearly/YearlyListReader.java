package duban.notification.yearly;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.notification.copy.Copies;
import duban.notification.yearly.YearlyList.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class YearlyListReader implements Reader<YearlyList> {

  private final Copies copies;
  private final YearlyLists lists;

  YearlyListReader(Copies copies, YearlyLists lists) {
    this.copies = copies;
    this.lists = lists;
  }

  @Override
  public String topic() {
    return "duban.yearly-lists";
  }

  @Override
  public String type() {
    return "duban.yearly-list.v1";
  }

  @Override
  public YearlyList parse(InboundRecord record) {
    var list = record.body(YearlyList.class);
    Copies.identified(list.id(), list.version());
    check(list);
    return list;
  }

  @Override
  public void apply(List<Heard<YearlyList>> batch) {
    var newer = copies.keep(Copies.Table.YEARLY_LIST, batch, YearlyList::id, YearlyList::version);
    lists.toTell(newer.stream().map(YearlyList::id).toList());
  }

  /** Refused here, because one that cannot be written down would be tried for good. */
  private static void check(YearlyList list) {
    var whole =
        Stream.of(list.unit(), list.sentOn(), list.items()).noneMatch(Objects::isNull)
            && list.items().stream().allMatch(YearlyListReader::whole);
    if (!whole) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE, "the yearly list lacks a field that every list has");
    }
  }

  private static boolean whole(@Nullable Item item) {
    return item != null
        && Stream.of(
                item.task(),
                item.strength(),
                item.role(),
                item.responsible(),
                item.coHandlers(),
                item.dates(),
                item.frequency(),
                item.marks())
            .noneMatch(Objects::isNull)
        && item.dates().stream().allMatch(it -> it != null && it.dueOn() != null);
  }
}
