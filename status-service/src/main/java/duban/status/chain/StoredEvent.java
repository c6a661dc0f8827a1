package duban.status.chain;

import duban.status.fold.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the record, as it is read. Only its bytes are the truth; the other columns find it. */
@Entity
@Immutable
@Table(name = "event")
public class StoredEvent {

  @Id private UUID id;

  @Column(name = "measure_id")
  private String measureId;

  @Column private long seq;

  @Column(name = "deadline_id")
  private UUID deadlineId;

  @Column private String type;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column private byte[] body;
  @Column private String hash;
  @Column private @Nullable String request;
  @Column private @Nullable String answer;
  @Column private boolean returned;

  /** What the body says, once somebody asked. */
  @Transient private @Nullable Event event;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected StoredEvent() {}

  StoredEvent(Sealed sealed, @Nullable String request, @Nullable String answer) {
    Event event = sealed.event();
    this.event = event;
    this.id = event.id();
    this.measureId = event.measureId();
    this.seq = event.seq();
    this.deadlineId = event.deadlineId();
    this.type = event.type().name();
    this.effectiveOn = event.effectiveOn();
    this.recordedAt = event.recordedAt();
    this.body = sealed.bytes();
    this.hash = sealed.hash();
    this.request = request;
    this.answer = answer;
  }

  public Event event() {
    Event read = event;
    if (read == null) {
      read = Sealed.read(body);
      event = read;
    }
    return read;
  }

  public UUID id() {
    return id;
  }

  public UUID deadlineId() {
    return deadlineId;
  }

  public String hash() {
    return hash;
  }

  /** Hex SHA-256 of what the client asked for, without what is personal; absent if nobody asked. */
  public @Nullable String request() {
    return request;
  }

  /** The progress that was answered, as JSON; absent if nobody asked. */
  public @Nullable String answer() {
    return answer;
  }

  /** Whether it was taken back from Kafka after the database had been restored. */
  public boolean returned() {
    return returned;
  }

  byte[] body() {
    return body.clone();
  }

  long seq() {
    return seq;
  }

  @Override
  public String toString() {
    return type
        + " "
        + id
        + " ("
        + measureId
        + " "
        + seq
        + ", "
        + effectiveOn
        + ", "
        + recordedAt
        + ")";
  }
}
