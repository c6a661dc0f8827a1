package duban.status.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What lists are filtered by; written by SQL only. */
@Entity
@Immutable
@Table(name = "measure")
class Measure {

  @Id private String id;

  @Column(name = "conference_id")
  private @Nullable String conferenceId;

  @Column(name = "topic_id")
  private @Nullable String topicId;

  @Column private String text;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected Measure() {}

  @Override
  public String toString() {
    return id + " of " + conferenceId + "/" + topicId + ": " + text;
  }
}
