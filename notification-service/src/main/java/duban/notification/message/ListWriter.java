package duban.notification.message;

import duban.notification.calendar.Calendars;
import duban.notification.calendar.SendingHours;
import duban.notification.contact.Mailbox;
import duban.notification.contact.Mailboxes;
import duban.notification.notice.Letterhead;
import duban.notification.notice.TaskList;
import duban.notification.stop.Stop;
import duban.notification.stop.Stops;
import duban.notification.unit.Relation;
import duban.notification.unit.Units;
import duban.notification.yearly.YearlyList;
import duban.notification.yearly.YearlyLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Writes down a yearly list for who receives it. */
@ApplicationScoped
class ListWriter {

  private final YearlyLists lists;
  private final Mailboxes mailboxes;
  private final Units units;
  private final Calendars calendars;
  private final Stops stops;
  private final Letterhead letterhead;

  ListWriter(
      YearlyLists lists,
      Mailboxes mailboxes,
      Units units,
      Calendars calendars,
      Stops stops,
      Letterhead letterhead) {
    this.lists = lists;
    this.mailboxes = mailboxes;
    this.units = units;
    this.calendars = calendars;
    this.stops = stops;
    this.letterhead = letterhead;
  }

  /**
   * Empty if he receives no more.
   *
   * @param begun since when it waited for the hour
   */
  Optional<Writer.Written> write(String list, String recipient, Instant begun, LocalDate today) {
    return mailboxes
        .find(recipient)
        .flatMap(to -> lists.find(list).map(it -> written(it, to, begun, today)));
  }

  private Writer.Written written(YearlyList list, Mailbox to, Instant begun, LocalDate today) {
    var codes = new HashSet<>(to.units());
    codes.add(list.unit().code());
    var known = units.byCode(codes);
    var unit = known.get(list.unit().code());
    var relation = unit == null ? Relation.UNKNOWN : unit.relation();
    var letter =
        new TaskList(Writer.addressed(to, known), list, relation, stopped(begun, today), today);
    return new Writer.Written(to.email(), letterhead.of(letter), list.deadlines(), to.units());
  }

  /** The stops in which it should have left, on an earlier day. */
  private List<Stop> stopped(Instant begun, LocalDate today) {
    var due = new SendingHours(calendars.working()).next(begun);
    return SendingHours.day(due).isBefore(today) ? stops.at(due) : List.of();
  }
}
