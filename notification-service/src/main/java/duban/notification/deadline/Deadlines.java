package duban.notification.deadline;

import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The deadlines as the catalog last told them. */
@ApplicationScoped
public class Deadlines {

  private final Copies copies;

  Deadlines(Copies copies) {
    this.copies = copies;
  }

  public Optional<Deadline> find(String id) {
    return copies.find(Copies.Table.DEADLINE, id, Deadline.class);
  }
}
