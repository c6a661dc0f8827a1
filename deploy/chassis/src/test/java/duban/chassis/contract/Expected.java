package duban.chassis.contract;

import duban.chassis.contract.Asking.Met;
import duban.chassis.identity.Role;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Row;
import org.jspecify.annotations.Nullable;

/** What somebody meets by the table. */
final class Expected {

  private final LoadedRights rights;
  private final CellCases cases;

  Expected(LoadedRights rights, CellCases cases) {
    this.rights = rights;
    this.cases = cases;
  }

  /**
   * @param role null: nobody
   * @param near null: it does not exist
   */
  Met of(Row row, @Nullable Role role, @Nullable Nearness near) {
    if (near != null && (may(row, role, near) || open(row))) {
      return Met.DONE;
    }
    var whole = row.operation().split(" ");
    var parts = rights.table().under(whole[0] + " " + whole[1]);
    var possible =
        cases.field(row.operation()).isPresent()
            || parts.stream().anyMatch(it -> something(it, role));
    if (!possible) {
      return role == null ? Met.NOT_SIGNED_IN : Met.FORBIDDEN;
    }
    if (near == null || row.operation().startsWith("GET ")) {
      return Met.NOT_THERE;
    }
    var seen =
        cases
            .seenBy(row.operation())
            .map(it -> may(rights.table().of(it), role, near))
            .orElse(true);
    if (!seen || cases.field(row.operation()).isPresent()) {
      return Met.NOT_THERE;
    }
    return role == null ? Met.NOT_SIGNED_IN : Met.FORBIDDEN;
  }

  /** To everybody. */
  boolean open(Row row) {
    return row.anybody().text() && cases.nothingElse(row.operation());
  }

  static boolean may(Row row, @Nullable Role role, Nearness asked) {
    var near = role == null ? Nearness.FOREIGN : asked;
    return row.anybody().near().contains(near)
        || (role != null && row.of(role).near().contains(near));
  }

  /** What is published is open to who has signed in. */
  private static boolean something(Row row, @Nullable Role role) {
    return !row.anybody().near().isEmpty()
        || row.anybody().text()
        || (role != null && row.of(role).something());
  }
}
