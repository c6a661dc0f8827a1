package duban.catalog.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Read only. Other features' queries look it up by its name. */
@Entity(name = "Progress")
@Immutable
@Table(name = "progress")
class ProgressEntity {
  @Id
  @Column(name = "deadline_id")
  UUID deadlineId;

  @Column long version;
  @Column String state;
  @Column int counted;

  Progress progress() {
    return new Progress(deadlineId, version, state, counted);
  }
}
