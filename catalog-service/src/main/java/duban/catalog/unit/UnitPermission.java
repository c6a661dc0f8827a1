package duban.catalog.unit;

import duban.catalog.rights.Permission;
import duban.catalog.snapshot.UnitRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the caller may write a unit so: what it belongs to, whom it takes in or leaves out,
 * and to whom it passes its duties or its post must be his to decide too.
 */
@ApplicationScoped
class UnitPermission {
  private final UnitRepository units;
  private final Permission permission;

  UnitPermission(UnitRepository units, Permission permission) {
    this.units = units;
    this.permission = permission;
  }

  /** Of a new unit, or of one that is there already. */
  void require(UnitForm form) {
    Units known = units.seen(Set.of());
    Optional<Unit> before = known.byId(form.id());
    if (form.superior() != null || (before.isPresent() && !permission.mayTop())) {
      require(before, form, known);
      return;
    }
    if (before.isEmpty() && form.kind() == UnitKind.AREA && hasNoArea(known)) {
      permission.requireFirst(Objects.requireNonNullElse(form.code(), form.id()));
    } else {
      permission.requireTop();
    }
    // Who sends the same again changes nothing of what is there.
    reached(Optional.empty(), form, known).forEach(permission::require);
  }

  void require(UnitEntity before, UnitForm form) {
    require(Optional.of(UnitRepository.unit(before)), form, units.seen(Set.of()));
  }

  private void require(Optional<Unit> before, UnitForm form, Units known) {
    if (form.superior() == null && before.map(Unit::superior).isPresent()) {
      permission.expectTop();
    }
    // First, so that who may not change it at all is told nothing of those that it names.
    before.map(Unit::code).ifPresent(permission::require);
    reached(before, form, known).forEach(permission::require);
  }

  private static List<String> reached(Optional<Unit> before, UnitForm form, Units known) {
    Optional<Unit> superior = found(form.superior(), form, known);
    List<String> reached = new ArrayList<>();
    boolean moved =
        before.isPresent() && !id(before.get().superior()).equals(superior.map(Unit::id));
    if (moved) {
      Stream.ofNullable(before.get().superior()).map(UnitRef::code).forEach(reached::add);
    }
    if (moved || before.isEmpty()) {
      superior.map(Unit::code).ifPresent(reached::add);
    }
    form.members().forEach(it -> found(it, form, known).map(Unit::code).ifPresent(reached::add));
    found(form.successor(), form, known).map(Unit::code).ifPresent(reached::add);
    before.ifPresent(
        it ->
            Stream.concat(it.members().stream(), Stream.ofNullable(it.successor()))
                .map(UnitRef::code)
                .forEach(reached::add));
    posts(form, known, before).forEach(reached::add);
    // Last again, so that it is done for its own people where they do it.
    before.map(Unit::code).ifPresent(reached::add);
    return reached.stream().distinct().toList();
  }

  private static boolean hasNoArea(Units known) {
    return known.all().stream()
        .noneMatch(it -> it.kind() == UnitKind.AREA && it.superior() == null);
  }

  /** Who receives or organises for it and did not before. */
  private static Stream<String> posts(UnitForm form, Units known, Optional<Unit> before) {
    Stream<String> were =
        before.stream()
            .flatMap(it -> Stream.concat(Stream.ofNullable(it.receives()), it.organiser().stream()))
            .map(UnitRef::code);
    List<String> old = were.toList();
    return Stream.concat(Stream.ofNullable(form.receives()), form.organiser().stream())
        .flatMap(it -> found(it, form, known).stream())
        .map(Unit::code)
        .filter(it -> !old.contains(it));
  }

  /** Names that are no unit's, or hidden, are refused later; it may name itself. */
  private static Optional<Unit> found(@Nullable String named, UnitForm form, Units known) {
    return named == null || named.equals(form.id()) ? Optional.empty() : known.find(named);
  }

  private static Optional<String> id(@Nullable UnitRef ref) {
    return Optional.ofNullable(ref).map(UnitRef::id);
  }
}
