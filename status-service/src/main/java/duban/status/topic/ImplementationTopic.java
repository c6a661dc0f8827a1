package duban.status.topic;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import duban.chassis.outbox.Republished;
import duban.chassis.outbox.Returned;
import duban.status.chain.Chain;
import duban.status.chain.Fork;
import duban.status.chain.Sealed;
import duban.status.fold.Event;
import duban.status.progress.ProgressBook;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Every event, as its exact bytes, in the order of its chain. */
@ApplicationScoped
class ImplementationTopic implements Republished, Returned {

  private static final Logger LOG = Logger.getLogger(ImplementationTopic.class);
  private static final String EVENTS =
      "SELECT measure_id, seq, id, body FROM event WHERE (measure_id, seq) > (?, ?)"
          + " ORDER BY measure_id, seq LIMIT "
          + Pages.SIZE;

  private final AgroalDataSource database;
  private final Outbox outbox;
  private final Chain chain;
  private final ProgressBook book;

  ImplementationTopic(AgroalDataSource database, Outbox outbox, Chain chain, ProgressBook book) {
    this.database = database;
    this.outbox = outbox;
    this.chain = chain;
    this.book = book;
  }

  @Override
  public String topic() {
    return Chain.TOPIC;
  }

  @Override
  public long republish() {
    return new Pages(database, outbox, EVENTS)
        .send(
            new Object[] {"", 0L},
            row ->
                new Pages.Sent(
                    new OutboxRow(
                        Chain.TOPIC,
                        row.getString("measure_id"),
                        Chain.TYPE,
                        row.getString("id"),
                        row.getBytes("body")),
                    new Object[] {row.getString("measure_id"), row.getLong("seq")}));
  }

  @Override
  public void take(InboundRecord record) {
    if (!record.type().equals(Chain.TYPE)) {
      throw new UnacceptableRecord(Reason.NEWER, record.type() + " was sent by a newer release");
    }
    Event event = record.body(Event.class);
    byte[] bytes = record.value();
    if (!whole(event) || bytes == null) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "An event has all that its schema requires");
    }
    try {
      if (chain.takeBack(Sealed.of(event, bytes))) {
        book.computeAgain(event.deadlineId());
      }
    } catch (Fork e) {
      LOG.errorf(
          "%s. Nothing was taken over: compare both before anything is recorded", e.getMessage());
      throw new UnacceptableRecord(Reason.NOT_ALLOWED, String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean whole(Event event) {
    return event.seq() > 0
        && Stream.of(
                event.id(),
                event.previous(),
                event.measureId(),
                event.deadlineId(),
                event.unit(),
                event.type(),
                event.effectiveOn(),
                event.recordedAt())
            .allMatch(Objects::nonNull);
  }
}
