package duban.status.rights;

import duban.chassis.contract.CellCases;
import duban.chassis.contract.CommonCases;
import duban.chassis.rights.Nearness;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of each kind, with an event each, and what is asked of them.
 *
 * @param deadlines ids
 * @param events the id of one event of each
 */
record Matters(
    Map<Nearness, String> deadlines,
    Map<Nearness, String> events,
    Map<Nearness, String> measures,
    String today,
    CommonCases common)
    implements CellCases {

  /** Whose people every caller is one of. */
  static final String MINE = "R-MINE";

  static final String THEIRS = "R-THEIRS";
  static final String OTHER = "R-OTHER";

  private static final String NOWHERE = "00000000-0000-4000-8000-000000000001";

  @Override
  public String unit() {
    return MINE;
  }

  @Override
  public Set<String> elsewhere() {
    return Set.of(
        "GET events/stream",
        "LIGHT SUPERIOR",
        "LIGHT OWN",
        "LIGHT INTERNAL",
        "LIGHT PEER",
        "LIGHT DEPARTMENT",
        "LIGHT GUIDED",
        "LIGHT PARTY",
        "LIGHT PERSON");
  }

  @Override
  public Optional<String> field(String row) {
    return row.startsWith("LIGHT ") ? Optional.of("light") : Optional.empty();
  }

  @Override
  public Optional<String> seenBy(String row) {
    return row.startsWith("POST events ")
        ? Optional.of("GET progress/{deadlineId}")
        : Optional.empty();
  }

  @Override
  public Optional<Ask> ask(String row, @Nullable Nearness near) {
    var deadline = near == null ? NOWHERE : deadlines.get(near);
    var event = near == null ? NOWHERE : events.get(near);
    var measure = near == null ? "no-measure" : measures.get(near);
    if (row.startsWith("POST events ")) {
      return Optional.of(record(row.substring("POST events ".length()), deadline));
    }
    return Optional.ofNullable(
        switch (row) {
          case "GET events" ->
              near == null ? null : Ask.list("events?limit=500&measure=" + measure, event);
          case "GET events/{id}" -> Ask.get("events/" + event);
          case "GET history" -> Ask.list("history?deadline=" + deadline, event);
          case "GET progress" ->
              near == null ? null : Ask.list("progress?limit=500&measure=" + measure, deadline);
          case "GET progress/{deadlineId}" -> Ask.get("progress/" + deadline);
          default -> common.ask(row, near, MINE).orElse(null);
        });
  }

  private Ask record(String type, String deadline) {
    var event = new HashMap<String, Object>();
    event.put("id", UUID.randomUUID().toString());
    event.put("deadlineId", deadline);
    event.put("type", type);
    event.put("effectiveOn", today);
    switch (type) {
      case "COUNTED" -> event.put("attributes", Map.of("laws", 1));
      case "EVIDENCE_ADDED" -> event.put("evidence", Map.of("kind", "TEXT", "text", "报告"));
      case "COMPLETION_CLAIMED" -> event.put("signedOffBy", "张三");
      case "REWORK_ORDERED" -> {
        event.put("reason", "不全");
        event.put("reworkDueOn", today);
      }
      case "RATED" -> event.put("rating", "SATISFIED");
      case "VOIDED" -> event.put("voids", NOWHERE);
      default -> {
        // needs nothing more
      }
    }
    return new Ask("POST", "events", TrueTable.text(event), null);
  }
}
