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
 * @param recorded of others, by type the event that was recorded: sent again, it is answered as the
 *     first time
 * @param receipts the same of a yearly list of each kind
 */
record Matters(
    Map<Nearness, String> deadlines,
    Map<Nearness, String> events,
    Map<Nearness, String> measures,
    Map<Nearness, Map<String, Map<String, Object>>> recorded,
    Map<Nearness, Map<String, Object>> receipts,
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

  /** A stream has no end: its own test listens, cell by cell. So do the colours. */
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
        : row.equals("POST receipts") ? Optional.of("GET receipts") : Optional.empty();
  }

  @Override
  public Optional<Ask> ask(String row, @Nullable Nearness near) {
    var deadline = near == null ? NOWHERE : deadlines.get(near);
    var event = near == null ? NOWHERE : events.get(near);
    var measure = near == null ? "no-measure" : measures.get(near);
    if (row.startsWith("POST events ")) {
      return Optional.of(record(row.substring("POST events ".length()), near));
    }
    return Optional.ofNullable(
        switch (row) {
          case "GET events" ->
              near == null ? null : Ask.list("events?limit=500&measure=" + measure, event);
          case "GET events/{id}" -> Ask.get("events/" + event, event);
          case "GET history" -> Ask.list("history?deadline=" + deadline, deadline, event);
          case "GET progress" ->
              near == null ? null : Ask.list("progress?limit=500&measure=" + measure, deadline);
          case "GET progress/{deadlineId}" -> Ask.get("progress/" + deadline, deadline);
          case "GET receipts" ->
              near == null ? null : Ask.list("receipts?limit=500", receipt(near, "list"));
          case "GET receipts/{id}" -> {
            var receipt = receipt(near, "id");
            yield Ask.get("receipts/" + receipt, receipt);
          }
          case "POST receipts" ->
              Ask.post(
                  "receipts",
                  "{\"id\": \"%s\", \"list\": \"%s\"}"
                      .formatted(receipt(near, "id"), receipt(near, "list")),
                  receipt(near, "list"),
                  "\"deadlines\":");
          default -> common.ask(row, near, MINE).orElse(null);
        });
  }

  private String receipt(@Nullable Nearness near, String field) {
    return near == null ? NOWHERE : String.valueOf(receipts.get(near).get(field));
  }

  private Ask record(String type, @Nullable Nearness near) {
    var event = new HashMap<>(recorded.get(near == null ? Nearness.FOREIGN : near).get(type));
    if (near == null) {
      event.put("id", UUID.randomUUID().toString());
      event.put("deadlineId", NOWHERE);
    }
    var id = String.valueOf(event.get("id"));
    return Ask.post(
        "events",
        TrueTable.text(event),
        String.valueOf(event.get("deadlineId")),
        "\"id\":\"" + id + "\"");
  }
}
