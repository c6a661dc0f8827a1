package duban.status.topic;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.Republished;
import duban.chassis.outbox.Returned;
import duban.status.progress.ProgressBook;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where each deadline stands, as it was told last. */
@ApplicationScoped
class ProgressTopic implements Republished, Returned {

  private static final String ROWS =
      "SELECT * FROM progress WHERE deadline_id > ?::uuid ORDER BY deadline_id LIMIT " + Pages.SIZE;

  private final AgroalDataSource database;
  private final Outbox outbox;
  private final ProgressBook book;

  ProgressTopic(AgroalDataSource database, Outbox outbox, ProgressBook book) {
    this.database = database;
    this.outbox = outbox;
    this.book = book;
  }

  @Override
  public String topic() {
    return ProgressBook.TOPIC;
  }

  @Override
  public long republish() {
    return new Pages(database, outbox, ROWS)
        .send(
            new Object[] {new UUID(0, 0).toString()},
            row ->
                new Pages.Sent(
                    ProgressBook.told(row), new Object[] {row.getString("deadline_id")}));
  }

  @Override
  public void take(InboundRecord record) {
    book.takeBack(record);
  }
}
