package duban.catalog.yearly;

import duban.catalog.deadline.Scheduling;
import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.UnitRepository;
import duban.catalog.yearly.SentListRepository.Sent;
import duban.catalog.yearly.YearlyList.OfUnit;
import duban.chassis.clock.BusinessClock;
import duban.chassis.identity.Caller;
import duban.chassis.identity.Grant;
import duban.chassis.identity.Role;
import duban.chassis.rights.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sends lists, in the transaction of an edit. */
@ApplicationScoped
class SentListEdits {
  private final YearlyLists lists;
  private final SentListRepository sent;
  private final SentListStore store;
  private final UnitRepository units;
  private final Permission permission;
  private final Access access;
  private final BusinessClock clock;

  SentListEdits(
      YearlyLists lists,
      SentListRepository sent,
      SentListStore store,
      UnitRepository units,
      Permission permission,
      Access access,
      BusinessClock clock) {
    this.lists = lists;
    this.sent = sent;
    this.store = store;
    this.units = units;
    this.permission = permission;
    this.access = access;
    this.clock = clock;
  }

  /**
   * What a request sent.
   *
   * @param id of the request
   * @param lists one for each unit, by their codes
   */
  record Sending(UUID id, int year, List<Sent> lists) {}

  Making<Sending> making(SendingForm form) {
    return new Making<>(
        () -> meant(form).forEach(it -> permission.require(it.code())),
        () -> Optional.of(stored(form)).filter(it -> !it.body().lists().isEmpty()),
        () -> sent.seen(form.id()),
        () -> {
          store.save(form.id(), frozen(form));
          return stored(form);
        });
  }

  private Stored<Sending> stored(SendingForm form) {
    return new Stored<>(new Sending(form.id(), form.year(), sent.of(form.id())), 1);
  }

  /** The group itself too, which may owe something as a whole. */
  private List<UnitRef> meant(SendingForm form) {
    String id =
        units
            .seenRef(form.unit())
            .orElseThrow(
                () ->
                    new Refused(
                        "unknown-reference",
                        "unit is '" + form.unit() + "'; give the id or code of a unit"))
            .id();
    Set<String> meant = Laying.of(units).meant(id);
    return units.refs(meant).values().stream().toList();
  }

  /** Each as its unit itself reads it, and nothing that is only the sender's to see. */
  private List<SentList> frozen(SendingForm form) {
    int last = Scheduling.lastYear(clock.today());
    if (form.year() > last) {
      throw new Refused(
          "nothing-to-send",
          "year is %d, but deadlines are made up to %d only; send its list from %d-01-01 on"
              .formatted(form.year(), last, form.year() - 1));
    }
    UnitRef by = access.actingUnit().flatMap(units::ref).orElse(null);
    Drawing drawing = lists.drawing(form.year());
    List<SentList> frozen =
        meant(form).stream()
            .flatMap(unit -> asReadBy(unit, drawing).stream())
            .map(of -> SentList.of(form.id(), form.year(), clock.today(), by, of))
            .toList();
    if (frozen.isEmpty()) {
      throw new Refused(
          "nothing-to-send",
          "unit is '%s', which owes nothing in %d; send what somebody owes"
              .formatted(form.unit(), form.year()));
    }
    return frozen;
  }

  private Optional<OfUnit> asReadBy(UnitRef unit, Drawing drawing) {
    return access.asSeenBy(readerOf(unit), () -> lists.of(drawing, unit, YearlyListsResource.ONE));
  }

  static Caller readerOf(UnitRef unit) {
    return new Caller(
        "reader of " + unit.code(),
        null,
        Set.of(unit.code()),
        Set.of(new Grant(Role.REPORTER, unit.code())));
  }
}
