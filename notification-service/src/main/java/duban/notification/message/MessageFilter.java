package duban.notification.message;

import duban.chassis.page.Cursor;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.rights.Sight;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which messages a caller asks for. */
public class MessageFilter {

  /** NOTICE: sent by itself; LETTER: signed by somebody; LIST: a yearly list that staff sent. */
  enum Kind {
    NOTICE,
    LETTER,
    LIST
  }

  /** To whom it went, or is to go, whose list it is, or of whose duties it speaks. */
  private static final String OF_UNIT =
      """
      (units @> ARRAY[?]::text[] OR unit = ?
        OR (units IS NULL AND recipient IN (SELECT contact_id FROM contact_unit WHERE unit = ?))
        OR id IN (SELECT message_id FROM reminder WHERE unit = ?)
        OR EXISTS (SELECT FROM deadline_copy
                   WHERE deadline_copy.id = ANY (deadlines) AND responsible = ?))""";

  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      name = "unit",
      description =
          "the code of a unit: to which it went, or is to go, whose list it is, or of whose duties"
              + " it speaks")
  @QueryParam("unit")
  @Nullable String unit;

  @QueryParam("recipient")
  @Nullable String recipient;

  @QueryParam("state")
  @Nullable String state;

  @QueryParam("day")
  @Nullable String day;

  @QueryParam("kind")
  @Nullable String kind;

  /** What is seen, and a condition for each that is given; adds their values. */
  String conditions(Sight.Condition seen, Paging paging, List<@Nullable Object> values) {
    var conditions = new ArrayList<String>();
    conditions.add(seen.text());
    values.addAll(seen.values());
    Parameter.text("unit", unit)
        .ifPresent(
            it -> {
              conditions.add(OF_UNIT);
              values.addAll(Collections.nCopies(5, it));
            });
    add(conditions, values, "recipient = ?", Parameter.text("recipient", recipient));
    add(conditions, values, "state = ?", Parameter.oneOf("state", state, MessageState.class));
    add(conditions, values, "day = ?", Parameter.date("day", day));
    add(conditions, values, "kind = ?", Parameter.oneOf("kind", kind, Kind.class));
    paging
        .after()
        .ifPresent(
            cursor -> {
              conditions.add("(created_at, id) > (?, ?)");
              values.addAll(key(cursor));
            });
    return String.join(" AND ", conditions);
  }

  private static List<Object> key(String cursor) {
    var parts = Cursor.decode(cursor, 2);
    try {
      return List.of(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.malformed();
    }
  }

  private static void add(
      List<String> conditions, List<@Nullable Object> values, String condition, Optional<?> value) {
    value.ifPresent(
        it -> {
          conditions.add(condition);
          values.add(it);
        });
  }
}
