package duban.chassis.rights;

import duban.chassis.identity.Caller;
import duban.chassis.identity.Callers;
import duban.chassis.identity.Grant;
import duban.chassis.problem.Problems;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether who sent this request may do what it asks. Each operation that changes something must ask
 * here, with the unit that it is about, before it changes anything; each that reads must show
 * nothing outside {@link #sight}.
 */
@RequestScoped
public class Access {

  private final Callers callers;
  private final Scopes scopes;
  private final LoadedRights rights;
  private final Publication published;
  private String operation = "";
  private @Nullable Caller known;
  private @Nullable Concern concerned;
  private @Nullable Caller reader;

  Access(Callers callers, Scopes scopes, LoadedRights rights, Publication published) {
    this.callers = callers;
    this.scopes = scopes;
    this.rights = rights;
    this.published = published;
  }

  /** Who asks. */
  public Caller caller() {
    var caller = known;
    if (caller == null) {
      caller = callers.now();
      known = caller;
    }
    return caller;
  }

  /** The request asks for this; throws 401 or 403 for whom no unit could make it possible. */
  void begin(String name) {
    operation = name;
    var rows = rights.table().under(name);
    if (rows.isEmpty()) {
      throw new IllegalStateException(Rights.FILE + " does not say who may " + name);
    }
    if (rows.stream().noneMatch(this::possible)) {
      throw refused(name, Set.of());
    }
  }

  private boolean possible(Row row) {
    return !row.anybody().near().isEmpty()
        || text(row)
        || states(row)
        || caller().grants().stream().anyMatch(it -> row.of(it.role()).something());
  }

  /** For an operation that has no parts. */
  public void require(Concern concern) {
    require("", concern);
  }

  /**
   * Throws 401 or 403 unless the caller may do it.
   *
   * @param part of the operation, such as a type of event; empty if it has none
   */
  public void require(String part, Concern concern) {
    concerned = concern;
    var wanted = part.isEmpty() ? operation : operation + " " + part;
    var row = rights.table().of(wanted);
    if (!near(row, concern)) {
      expectScopes(row);
      throw refused(row, concern);
    }
  }

  /** Whether the caller may do something else, such as look at a light. */
  public boolean may(String other, Concern concern) {
    var row = rights.table().of(other);
    return states(row) || near(row, concern);
  }

  /** Whether a grant that lets the caller do it is over this very unit, and not one above it. */
  public boolean over(String unit) {
    var row = rights.table().of(operation);
    var near = Concern.of(unit).nearness(caller());
    return row.anybody().near().contains(near)
        || caller().grants().stream()
            .anyMatch(it -> it.scope().equals(unit) && row.of(it.role()).near().contains(near));
  }

  private boolean near(Row row, Concern concern) {
    var near = concern.nearness(caller());
    return row.anybody().near().contains(near)
        || caller().grants().stream()
            .anyMatch(it -> row.of(it.role()).near().contains(near) && covers(it, concern));
  }

  private boolean covers(Grant grant, Concern concern) {
    return concern.units().isEmpty()
        ? scopes.whole(grant.scope())
        : concern.units().stream().allMatch(it -> scopes.within(it, grant.scope()));
  }

  /** Whether {@link #require} was called. */
  public boolean asked() {
    return concerned != null;
  }

  /**
   * For which of the caller's units it is done: the one whose own matter it is, else the one that
   * supervises it, else the first by code.
   */
  public Optional<String> actingUnit() {
    var concern = concerned;
    var units = new TreeSet<>(caller().units());
    if (concern != null) {
      var own = units.stream().filter(concern.own()::contains).findFirst();
      if (own.isPresent()) {
        return own;
      }
      var supervisor = concern.supervisor();
      if (supervisor != null && units.contains(supervisor)) {
        return Optional.of(supervisor);
      }
    }
    return units.stream().findFirst();
  }

  /** What the caller sees of the present operation. */
  public Sight sight() {
    return sight(operation);
  }

  /**
   * What is found within the work is what somebody else sees, such as a unit to which it is sent.
   * What may be done is still asked of the caller.
   */
  public <T> T asSeenBy(Caller other, Supplier<T> work) {
    var before = reader;
    reader = other;
    try {
      return work.get();
    } finally {
      reader = before;
    }
  }

  private Caller reader() {
    var other = reader;
    return other == null ? caller() : other;
  }

  /**
   * What the caller sees of another operation, such as {@code GET events}: what one may not read
   * must not be found by writing.
   */
  public Sight sight(String other) {
    var row = rights.table().of(other);
    if (row.anybody().whole()) {
      return Sight.EVERYTHING;
    }
    expectScopes(row);
    return seen(row);
  }

  /** The same of the present operation, for an answer that goes on when the request is over. */
  public LastingSight lasting() {
    var name = operation;
    return new LastingSight(
        sight(),
        before -> {
          var row = rights.table().of(name);
          // Units that are on their way again take nothing away.
          return row.anybody().whole() ? Sight.EVERYTHING : scopes.known() ? seen(row) : before;
        });
  }

  private Sight seen(Row row) {
    var seen = new Seeing(scopes, reader());
    reader().grants().forEach(it -> seen.add(it, row.of(it.role())));
    return seen.sight(text(row), states(row));
  }

  /** Who has signed in reads the published text also where nobody else does. */
  private boolean text(Row row) {
    return row.anybody().text() && (published.text() || !reader().anonymous());
  }

  private boolean states(Row row) {
    return row.anybody().states() && published.states();
  }

  /**
   * What a grant reaches is no refusal, and nothing is missing, only because it is not known yet.
   */
  private void expectScopes(Row row) {
    if (!scopes.known()
        && reader().grants().stream().anyMatch(it -> !row.of(it.role()).near().isEmpty())) {
      throw Problems.of(
          503,
          "unavailable",
          "Service unavailable",
          "This service knows no area at the top yet, within which a grant counts; send the same"
              + " again in a few seconds, or if the catalogue is empty make that area first"
              + " (POST /api/catalog/units with kind AREA)",
          Map.of(),
          Map.of("Retry-After", "2"));
    }
  }

  /** Whom a grant reaches is not told to look for another: what counts is where he works. */
  private RuntimeException refused(Row row, Concern concern) {
    var nearer = new TreeSet<Nearness>();
    caller().grants().stream()
        .filter(it -> covers(it, concern))
        .forEach(it -> nearer.addAll(row.of(it.role()).near()));
    if (nearer.isEmpty() || concern.units().isEmpty() || caller().anonymous()) {
      return refused(row.operation(), concern.units());
    }
    return forbidden(
        "%s for %s is for people of %s; your grants (%s) reach it, but you belong to %s; ask one of them"
            .formatted(
                row.operation(),
                told(concern.units()),
                nearer.stream().map(Nearness::whose).collect(Collectors.joining(" or of ")),
                told(caller().grants()),
                told(caller().units())));
  }

  private RuntimeException refused(String wanted, Set<String> units) {
    if (caller().anonymous()) {
      return new UnauthorizedException();
    }
    return forbidden(
        ("%s%s needs another grant than yours (%s; you belong to %s); ask whoever manages your"
                + " account, or somebody who may")
            .formatted(
                wanted,
                units.isEmpty() ? "" : " for " + told(units),
                told(caller().grants()),
                told(caller().units())));
  }

  private static RuntimeException forbidden(String detail) {
    return Problems.of(403, "forbidden", "Forbidden", detail, Map.of());
  }

  private static String told(Set<?> things) {
    return things.isEmpty()
        ? "none"
        : things.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }
}
