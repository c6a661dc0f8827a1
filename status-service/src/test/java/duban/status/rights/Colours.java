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

/** The colours of deadlines of units of one relation. */
record Colours(String relation, Map<Nearness, String> deadlines) implements CellCases {

  @Override
  public String unit() {
    return "R-MY-" + relation;
  }

  @Override
  public Set<String> elsewhere() {
    return Rights.shipped().rows().stream()
        .map(Row::operation)
        .filter(it -> !it.equals("LIGHT " + relation))
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<String> field(String row) {
    return row.startsWith("LIGHT ") ? Optional.of("light") : Optional.empty();
  }

  /** A deputy's colour is shown to who organises the deputies: nobody supervises it. */
  @Override
  public Optional<Ask> ask(String row, @Nullable Nearness near) {
    return near == null || (relation.equals("PERSON") && near == Nearness.SUPERVISED)
        ? Optional.empty()
        : Optional.of(Ask.get("progress/" + deadlines.get(near), deadlines.get(near)));
  }
}
