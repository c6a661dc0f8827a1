package duban.notification.measure;

import duban.notification.copy.Copies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The measures as the catalog last told them. */
@ApplicationScoped
public class Measures {

  private final Copies copies;

  Measures(Copies copies) {
    this.copies = copies;
  }

  public Optional<Measure> find(@Nullable String id) {
    return id == null ? Optional.empty() : copies.find(Copies.Table.MEASURE, id, Measure.class);
  }
}
