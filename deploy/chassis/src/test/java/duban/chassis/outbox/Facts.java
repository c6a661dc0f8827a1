package duban.chassis.outbox;

import duban.chassis.inbox.InboundRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an owner of a topic has, and what came back to it. */
@ApplicationScoped
public class Facts implements Returned, Republished {

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> stored = new CopyOnWriteArrayList<>();
  private final Outbox outbox;

  Facts(Outbox outbox) {
    this.outbox = outbox;
  }

  public List<String> taken() {
    return taken;
  }

  public List<String> stored() {
    return stored;
  }

  @Override
  public String topic() {
    return "test.facts";
  }

  @Override
  public void take(InboundRecord record) {
    taken.add(record.id());
  }

  @Override
  public long republish() {
    stored.forEach(
        it -> outbox.add(topic(), it, "test.fact.v1", it, it.getBytes(StandardCharsets.UTF_8)));
    return stored.size();
  }
}
