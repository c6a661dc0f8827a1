package duban.status.unit;

import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.status.snapshot.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** The copies of the units. */
@ApplicationScoped
public class Units implements Reader {

  private static final String TOPIC = "duban.units";

  private final Snapshots snapshots;

  Units(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String type() {
    return "duban.unit.v1";
  }

  @Override
  public void read(InboundRecord record) {
    UnitCopy unit = record.body(UnitCopy.class);
    String id = unit.id();
    if (id == null || unit.version() < 1) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "A unit has an id and a version");
    }
    snapshots.keep(record, id, unit.version());
  }

  /** The ids of those to whom nobody gives orders, as known at that moment. */
  public Set<String> superiorsKnownAt(Instant moment) {
    return snapshots.keysKnownAt(TOPIC, moment, "relation", "SUPERIOR");
  }
}
