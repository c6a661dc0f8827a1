package duban.chassis.contract;

import duban.chassis.contract.Asking.Heard;
import duban.chassis.contract.Asking.Met;
import duban.chassis.contract.CellCases.Ask;
import duban.chassis.contract.CellCases.Published;
import duban.chassis.identity.Role;
import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Nearness;
import duban.chassis.rights.Row;
import duban.chassis.tokens.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running service for everything, as everybody, and compares with its table of rights; and
 * turns each cell of the table, to see that the comparison would notice.
 */
public final class Cells {

  private final String service;
  private final LoadedRights rights;
  private final CellCases cases;
  private final Asking asking;
  private final Expected expected;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);

  /**
   * @param service its path, such as {@code /api/status/}
   */
  public Cells(String service, LoadedRights rights, CellCases cases) {
    this.service = service;
    this.rights = rights;
    this.cases = cases;
    this.asking = new Asking(service);
    this.expected = new Expected(rights, cases);
    for (var role : Role.values()) {
      tokens.put(role, Tokens.of(role.text() + ":CY", cases.unit()));
    }
  }

  /** Operations of the OpenAPI document without a row, and rows without an operation. */
  public List<String> unnamed(String openapi) {
    var operations = new TreeSet<String>();
    Document.parse(openapi)
        .operations()
        .forEach(it -> operations.add(it.method() + " " + it.path().substring(service.length())));
    var gaps = new ArrayList<String>();
    operations.stream()
        .filter(it -> rights.table().under(it).isEmpty())
        .forEach(it -> gaps.add(it + " has no row"));
    rights.table().rows().stream()
        .map(Row::operation)
        .filter(it -> cases.field(it).isEmpty() && !it.startsWith("GET docs"))
        .filter(it -> operations.stream().noneMatch(o -> it.equals(o) || it.startsWith(o + " ")))
        .forEach(it -> gaps.add(it + " is no operation"));
    return gaps;
  }

  /** Where somebody met another thing than the table says. */
  public List<String> differences() {
    var found = new ArrayList<String>();
    for (var row : rows()) {
      for (var role : columns()) {
        found.addAll(differences(row, role));
      }
      found.addAll(outside(row));
      found.addAll(published(row));
    }
    return found;
  }

  private List<String> differences(Row row, @Nullable Role role) {
    var found = new ArrayList<String>();
    cases
        .ask(row.operation(), null)
        .map(it -> hears(row, it, token(role)))
        .filter(it -> it.met() != expected.of(row, role, null))
        .ifPresent(it -> found.add(told(row, role, null) + ": " + it));
    for (var near : Nearness.values()) {
      cases
          .ask(row.operation(), near)
          .ifPresent(
              ask -> {
                var heard = hears(row, ask, token(role));
                var wanted = expected.of(row, role, near);
                if (heard.met() != wanted) {
                  found.add(told(row, role, near) + ": " + heard + " instead of " + wanted);
                }
                if (!asMissing(row, ask, heard, token(role))) {
                  found.add(told(row, role, near) + " is not answered as missing: " + heard.body());
                }
              });
    }
    return found;
  }

  /** What is hidden is answered as what is missing, but for its id. */
  private boolean asMissing(Row row, Ask ask, Heard heard, Optional<String> token) {
    if (heard.met() != Met.NOT_THERE || heard.status() == ask.status()) {
      return true;
    }
    var other = cases.ask(row.operation(), null).orElseThrow();
    var missing = hears(row, other, token);
    return missing.status() == heard.status()
        && missing.body().equals(heard.body().replace(ask.thing(), other.thing()));
  }

  /** A role over another place, and an account without any, may only what anybody may. */
  private List<String> outside(Row row) {
    var found = new ArrayList<String>();
    var accounts = new ArrayList<String>(List.of(""));
    Arrays.stream(Role.values()).forEach(it -> accounts.add(it.text() + ":ELSEWHERE"));
    for (var grant : accounts) {
      cases
          .ask(row.operation(), Nearness.OWN)
          .or(() -> cases.ask(row.operation(), Nearness.FOREIGN))
          .ifPresent(
              ask -> {
                var token = Optional.of(Tokens.of(grant, cases.unit()));
                var heard = hears(row, ask, token);
                if (heard.met() == Met.SOMETHING_ELSE
                    || !asMissing(row, ask, heard, token)
                    || (heard.met() == Met.DONE)
                        == (row.anybody().near().isEmpty() && !expected.open(row))) {
                  found.add(row.operation() + " by an account of “" + grant + "”: " + heard);
                }
              });
    }
    return found;
  }

  /** What the table publishes everybody meets; what it does not, only who may see all. */
  private List<String> published(Row row) {
    var found = new ArrayList<String>();
    for (var letter : cases.shown()) {
      for (var role : columns()) {
        cases
            .published(row.operation(), letter)
            .ifPresent(
                ask -> {
                  var heard = hears(row, ask, token(role));
                  var may = Turned.has(row, letter) || Expected.may(row, role, Nearness.FOREIGN);
                  if (heard.met() == Met.SOMETHING_ELSE || (heard.met() == Met.DONE) != may) {
                    found.add(told(row, role, Nearness.FOREIGN) + " but published: " + heard);
                  }
                });
      }
    }
    return found;
  }

  /** Cells which can be turned without anybody meeting anything else. */
  public List<String> unnoticed() {
    var found = new ArrayList<String>();
    var before = rights.table();
    for (var row : rows()) {
      for (var role : columns()) {
        for (var near : Nearness.values()) {
          var ask = cases.ask(row.operation(), near);
          // Nobody belongs to no unit.
          if (ask.isPresent() && (role != null || near == Nearness.FOREIGN)) {
            var seen =
                cases
                    .seenBy(row.operation())
                    .map(it -> before.with(Turned.opened(before.of(it))))
                    .orElse(before);
            var hidden = expected.open(row) ? Turned.row(row, Published.TEXT) : row;
            rights.use(seen.with(hidden));
            var asItIs = hears(row, ask.get(), token(role));
            rights.use(seen.with(Turned.row(hidden, role, near)));
            var turned = hears(row, ask.get(), token(role));
            rights.use(before);
            if (!told(asItIs, turned)) {
              found.add(told(row, role, near) + ": " + asItIs + " and " + turned);
            }
          }
        }
      }
      found.addAll(unnoticedOfWhatIsPublished(row));
    }
    return found;
  }

  private List<String> unnoticedOfWhatIsPublished(Row row) {
    var found = new ArrayList<String>();
    var before = rights.table();
    for (var letter : cases.shown()) {
      cases
          .published(row.operation(), letter)
          .ifPresent(
              ask -> {
                var asItIs = hears(row, ask, Optional.empty());
                rights.use(before.with(Turned.row(row, letter)));
                var turned = hears(row, ask, Optional.empty());
                rights.use(before);
                if (!told(asItIs, turned)) {
                  found.add(row.operation() + " " + letter + ": " + asItIs + " and " + turned);
                }
              });
    }
    return found;
  }

  private List<Row> rows() {
    var rows = new ArrayList<>(rights.table().rows());
    rows.removeIf(it -> cases.elsewhere().contains(it.operation()));
    rows.removeIf(it -> it.operation().startsWith("GET docs"));
    for (var row : rows) {
      var operation = row.operation();
      var shown = cases.shown().stream().filter(it -> cases.published(operation, it).isPresent());
      var asked =
          Arrays.stream(Nearness.values()).filter(it -> cases.ask(operation, it).isPresent());
      if (shown.count() + asked.count() == 0) {
        throw new AssertionError("No request is known for " + operation);
      }
      for (var letter : cases.shown()) {
        if (Turned.has(row, letter) && cases.published(operation, letter).isEmpty()) {
          throw new AssertionError("No request is known for the " + letter + " of " + operation);
        }
      }
    }
    return rows;
  }

  /** The roles, and nobody. */
  private static List<@Nullable Role> columns() {
    var columns = new ArrayList<@Nullable Role>(Arrays.asList(Role.values()));
    columns.add(null);
    return columns;
  }

  private Optional<String> token(@Nullable Role role) {
    return role == null ? Optional.empty() : Optional.of(tokens.get(role));
  }

  private Heard hears(Row row, Ask ask, Optional<String> token) {
    return asking.heard(ask, cases.field(row.operation()), token);
  }

  /** Whether the one is certainly not the other. */
  private static boolean told(Heard one, Heard other) {
    return one.met() != other.met()
        && one.met() != Met.SOMETHING_ELSE
        && other.met() != Met.SOMETHING_ELSE;
  }

  private static String told(Row row, @Nullable Role role, @Nullable Nearness near) {
    return "%s by %s of what is %s"
        .formatted(
            row.operation(), role == null ? "nobody" : role, near == null ? "missing" : near);
  }
}
