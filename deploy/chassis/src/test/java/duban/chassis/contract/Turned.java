package duban.chassis.contract;

import duban.chassis.contract.CellCases.Published;
import duban.chassis.identity.Role;
import duban.chassis.rights.Cell;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Row;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the table in which one cell says the contrary. */
public final class Turned {

  private Turned() {}

  /**
   * @param role null: nobody
   */
  public static Row row(Row row, @Nullable Role role, Nearness near) {
    var cell = role == null ? row.anybody() : row.of(role);
    var other = new Cell(near(row, cell.near(), near), cell.text(), cell.states());
    if (role == null) {
      return new Row(row.operation(), row.roles(), other);
    }
    var roles = new EnumMap<Role, Cell>(Role.class);
    roles.putAll(row.roles());
    roles.put(role, other);
    return new Row(row.operation(), roles, row.anybody());
  }

  /** What it publishes or not. */
  public static Row row(Row row, Published letter) {
    var cell = row.anybody();
    return new Row(
        row.operation(),
        row.roles(),
        letter == Published.TEXT
            ? new Cell(cell.near(), !cell.text(), cell.states())
            : new Cell(cell.near(), cell.text(), !cell.states()));
  }

  static boolean has(Row row, Published letter) {
    return letter == Published.TEXT ? row.anybody().text() : row.anybody().states();
  }

  /** What nobody sees is refused to all alike: to tell cells apart everybody must see it. */
  static Row opened(Row row) {
    return new Row(row.operation(), row.roles(), new Cell(Set.of(Nearness.values()), false, false));
  }

  /** Who may read what is foreign may read everything. */
  private static Set<Nearness> near(Row row, Set<Nearness> before, Nearness near) {
    if (row.operation().startsWith("GET ")) {
      if (before.contains(Nearness.FOREIGN)) {
        return Set.of();
      }
      if (near == Nearness.FOREIGN) {
        return Set.of(Nearness.values());
      }
    }
    var turned = new HashSet<>(before);
    if (!turned.remove(near)) {
      turned.add(near);
    }
    return turned;
  }
}
