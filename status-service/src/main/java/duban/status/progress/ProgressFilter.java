package duban.status.progress;

import duban.chassis.page.Cursor;
import duban.chassis.problem.Parameter;
import duban.status.fold.State;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of progress is filtered by. {@code from} and {@code to} are effective due days. */
public class ProgressFilter {

  @QueryParam("unit")
  @Nullable String unit;

  @QueryParam("measure")
  @Nullable String measure;

  @QueryParam("obligation")
  @Nullable String obligation;

  @QueryParam("kind")
  @Nullable String kind;

  @QueryParam("period")
  @Nullable String period;

  @QueryParam("state")
  @Nullable String state;

  @QueryParam("light")
  @Nullable String light;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  Optional<Light> wantedLight() {
    return Parameter.oneOf("light", light, Light.class);
  }

  /** Everything but the light, which no column holds. */
  Clauses clauses() {
    Clauses clauses = new Clauses();
    Parameter.text("unit", unit)
        .ifPresent(it -> clauses.and("(d.unitId = :unit or d.unitCode = :unit)", "unit", it));
    Parameter.text("measure", measure)
        .ifPresent(it -> clauses.and("d.measureId = :measure", "measure", it));
    Parameter.text("obligation", obligation)
        .ifPresent(it -> clauses.and("d.obligationId = :obligation", "obligation", it));
    Parameter.text("kind", kind).ifPresent(it -> clauses.and("d.kind = :kind", "kind", it));
    Parameter.text("period", period)
        .ifPresent(it -> clauses.and("d.period = :period", "period", it));
    Parameter.oneOf("state", state, State.class)
        .ifPresent(it -> clauses.and("p.state = :state", "state", it));
    Sensible.day("from", from)
        .ifPresent(it -> clauses.and("p.effectiveDueOn >= :from", "from", it));
    Sensible.day("to", to).ifPresent(it -> clauses.and("p.effectiveDueOn <= :to", "to", it));
    return clauses;
  }

  /** Conditions of a query, with their values. */
  static final class Clauses {

    private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    void and(String text, String name, Object value) {
      texts.add(text);
      values.put(name, value);
    }

    /** Only what comes behind this cursor. */
    void behind(String cursor) {
      List<String> key = Cursor.decode(cursor, 2);
      try {
        LocalDate due = LocalDate.parse(key.get(0));
        if (!Sensible.sensible(due)) {
          throw Cursor.malformed();
        }
        values.put("due", due);
        values.put("id", UUID.fromString(key.get(1)));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw Cursor.malformed();
      }
      texts.add("(p.effectiveDueOn > :due or (p.effectiveDueOn = :due and p.deadlineId > :id))");
    }

    String text() {
      return String.join(" and ", texts);
    }

    Map<String, Object> values() {
      return values;
    }
  }
}
