package duban.status.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.chassis.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The newest version of a deadline, with what lists are filtered by. Written by SQL only. */
@Entity
@Immutable
@Table(name = "deadline")
public class DeadlineRow {

  private static final ObjectReader DEADLINE = Json.contract().readerFor(Deadline.class);
  private static final Cache<String, Deadline> READ =
      Caffeine.newBuilder().maximumSize(2_000).build();

  @Id private UUID id;

  @Column(name = "measure_id")
  private String measureId;

  @Column(name = "obligation_id")
  private @Nullable String obligationId;

  @Column(name = "unit_id")
  private String unitId;

  @Column(name = "unit_code")
  private @Nullable String unitCode;

  @Column private String status;
  @Column private String kind;
  @Column private @Nullable String period;

  @Column(name = "opens_on")
  private LocalDate opensOn;

  @Column private @Nullable String title;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  private String body;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected DeadlineRow() {}

  public UUID id() {
    return id;
  }

  public Deadline deadline() {
    return read(id, body);
  }

  /** The same text says the same: what is asked for again and again is read once. */
  static Deadline read(UUID id, String body) {
    return READ.get(
        body,
        text -> {
          try {
            return DEADLINE.readValue(text);
          } catch (JsonProcessingException e) {
            throw new IllegalStateException("The copy of deadline " + id + " is unreadable", e);
          }
        });
  }

  @Override
  public String toString() {
    return id
        + " "
        + title
        + " of "
        + unitId
        + "/"
        + unitCode
        + " for "
        + obligationId
        + "/"
        + measureId
        + ", "
        + kind
        + " "
        + period
        + " from "
        + opensOn
        + ", "
        + status;
  }
}
