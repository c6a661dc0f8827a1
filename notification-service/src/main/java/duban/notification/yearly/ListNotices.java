package duban.notification.yearly;

import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * What others are told: that a list was sent, so that a database that was restored from a backup
 * sends it to nobody again.
 */
@ApplicationScoped
public class ListNotices {

  public static final String TYPE = "duban.list-notice.v1";

  private static final String TOPIC = "duban.reminders";
  private static final String SENT =
      "SELECT id, list, unit, recipient, sent_at, sent_by, deadlines FROM message"
          + " WHERE list IS NOT NULL AND state = 'SENT'";

  private final Sql sql;
  private final Outbox outbox;

  ListNotices(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  /** If this message carries a list, and was sent. */
  public void publish(UUID message) {
    publish(sql.list(SENT + " AND id = ?", ListNotice::read, message));
  }

  /** Returns how many there are. */
  public long publishAll() {
    var all = sql.list(SENT + " ORDER BY id", ListNotice::read);
    publish(all);
    return all.size();
  }

  private void publish(List<ListNotice> some) {
    outbox.addAll(
        some.stream()
            .map(it -> new OutboxRow(TOPIC, it.list(), TYPE, it.id() + "-sent", Outbox.bytes(it)))
            .toList());
  }
}
