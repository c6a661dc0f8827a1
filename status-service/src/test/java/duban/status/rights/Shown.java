package duban.status.rights;

import duban.chassis.contract.CellCases;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Row;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines by the relation of their unit, all of open measures, in an office that shows states.
 *
 * @param deadlines ids
 * @param event what happened to the one of a unit that is guided
 */
record Shown(Map<String, String> deadlines, String event) implements CellCases {

  private static final String LIGHT = "LIGHT ";

  @Override
  public String unit() {
    return "A-NOBODY";
  }

  @Override
  public Set<Published> shown() {
    return Set.of(Published.STATES);
  }

  @Override
  public Set<String> elsewhere() {
    return Rights.shipped().rows().stream()
        .map(Row::operation)
        .filter(it -> published(it, Published.STATES).isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<String> field(String row) {
    return row.startsWith(LIGHT) ? Optional.of("light") : Optional.empty();
  }

  @Override
  public Optional<Ask> ask(String row, @Nullable Nearness near) {
    return Optional.empty();
  }

  /** Of an office above and of the party nothing is shown, so that no light is looked for. */
  @Override
  public Optional<Ask> published(String row, Published letter) {
    if (row.startsWith(LIGHT)) {
      return Optional.ofNullable(deadlines.get(row.substring(LIGHT.length())))
          .map(it -> Ask.get("progress/" + it, it));
    }
    var deadline = deadlines.get("GUIDED");
    return Optional.ofNullable(
        switch (row) {
          case "GET progress" -> Ask.list("progress?limit=500&unit=A-GUIDED", deadline);
          case "GET progress/{deadlineId}" -> Ask.get("progress/" + deadline, deadline);
          case "GET events" -> Ask.list("events?limit=500&deadline=" + deadline, event);
          case "GET events/{id}" -> Ask.get("events/" + event, event);
          case "GET history" -> Ask.list("history?deadline=" + deadline, event);
          default -> null;
        });
  }
}
