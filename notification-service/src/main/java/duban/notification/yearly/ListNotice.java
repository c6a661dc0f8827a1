package duban.notification.yearly;

import com.fasterxml.jackson.annotation.JsonProperty;
import duban.notification.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was sent a yearly list; the body of {@code duban.list-notice.v1}.
 *
 * @param id of the message
 * @param version always 1: it is told once
 * @param unit the code of the unit whose list it is
 * @param recipient the id of a contact
 * @param sentBy the code of the unit by whose people the list was sent
 */
public record ListNotice(
    UUID id,
    long version,
    String list,
    String unit,
    String recipient,
    Instant sentAt,
    @Nullable String sentBy,
    @JsonProperty("deadlines") @Nullable List<String> deadlineIds) {

  static ListNotice read(ResultSet row) throws SQLException {
    var deadlines = row.getArray("deadlines");
    return new ListNotice(
        row.getObject("id", UUID.class),
        1,
        row.getString("list"),
        row.getString("unit"),
        row.getString("recipient"),
        Objects.requireNonNull(Sql.moment(row, "sent_at")),
        row.getString("sent_by"),
        deadlines == null ? List.of() : List.of((String[]) deadlines.getArray()));
  }

  /** The ids of the unit's own deadlines that stand in it. */
  public List<String> deadlinesOrNone() {
    return deadlineIds == null ? List.of() : deadlineIds;
  }
}
