package duban.notification.reminder;

import duban.chassis.outbox.Republished;
import duban.notification.database.Sql;
import duban.notification.yearly.ListNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The newest state of each reminder of which others are told, and the yearly lists that were sent.
 */
@ApplicationScoped
class RemindersAgain implements Republished {

  private static final int PAGE = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final Reminders reminders;
  private final ListNotices lists;
  private final Sql sql;

  RemindersAgain(Reminders reminders, ListNotices lists, Sql sql) {
    this.reminders = reminders;
    this.lists = lists;
    this.sql = sql;
  }

  @Override
  public String topic() {
    return Reminders.TOPIC;
  }

  @Override
  public long republish() {
    var records = lists.publishAll();
    for (var after = FIRST; after != null; ) {
      var page =
          sql.list(
              "SELECT "
                  + Reminder.COLUMNS
                  + " FROM reminder WHERE id > ? AND version > 0 ORDER BY id LIMIT ?",
              Reminder::read,
              after,
              PAGE);
      reminders.publish(page);
      records += page.stream().filter(it -> it.state().published()).count();
      after = page.size() < PAGE ? null : page.get(PAGE - 1).id();
    }
    return records;
  }
}
