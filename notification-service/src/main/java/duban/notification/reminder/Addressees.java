package duban.notification.reminder;

import duban.notification.deadline.Deadline;
import duban.notification.deadline.Ref;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import duban.notification.unit.Relation;
import duban.notification.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, by the table of relations.
 *
 * @param units by code
 * @param contacts the ids of the contacts of each unit, by its code
 */
record Addressees(Map<String, Unit> units, Map<String, List<String>> contacts) {

  /** The codes of all units that are told through those who receive for {@code received}. */
  Set<String> toldThrough(Set<String> received) {
    Set<String> told = new TreeSet<>(received);
    units.values().stream()
        .filter(it -> received.contains(it.receiver()))
        .forEach(it -> told.add(it.code()));
    var organisers = Set.copyOf(told);
    units.values().stream()
        .filter(it -> it.organisers().stream().anyMatch(one -> organisers.contains(one.code())))
        .forEach(it -> told.add(it.code()));
    return told;
  }

  /** Those to whom a step goes by mail. */
  List<Addressee> ofStep(Deadline deadline, Step step) {
    var told = new ArrayList<>(first(deadline, step));
    var actor = deadline.actor();
    if (actor != null && deadline.kind().equals("CHECKPOINTS")) {
      of(actor.code()).stream()
          .filter(it -> told.stream().noneMatch(other -> same(it, other)))
          .forEach(told::add);
    }
    return told;
  }

  /**
   * Party units are spoken to by the office that supervises them. A superior is never pressed: the
   * office only hears in time what it has to prepare.
   */
  private List<Addressee> first(Deadline deadline, Step step) {
    var relation = relation(deadline);
    if (relation == Relation.SUPERIOR && step == Step.AFTER) {
      return List.of(new Addressee(deadline.unit().code(), null, false));
    }
    return relation.ofTheParty() && !named(deadline) ? office(deadline) : responsible(deadline);
  }

  /** Whether the duty itself says to whom its steps go. */
  private static boolean named(Deadline deadline) {
    return deadline.remindTo() != null
        && !List.of("RESPONSIBLE", "ORGANISER").contains(deadline.remindTo());
  }

  private Relation relation(Deadline deadline) {
    var unit = units.get(deadline.unit().code());
    return unit == null ? Relation.UNKNOWN : unit.relation();
  }

  /** Who supervises it, also an office of the party. */
  List<Addressee> office(Deadline deadline) {
    var ref = deadline.supervisor();
    return ref == null
        ? List.of(new Addressee(deadline.unit().code(), null, false))
        : office(ref.code());
  }

  private List<Addressee> office(String code) {
    var unit = units.get(code);
    return unit != null && unit.relation() == Relation.PARTY ? received(unit) : of(code);
  }

  private boolean ofTheParty(String code) {
    var unit = units.get(code);
    return unit != null && unit.relation() == Relation.PARTY;
  }

  /**
   * Those to whom the yearly list of a unit goes: of a party unit or a superior to the office that
   * supervises it, the party's own before any other, and to no one else.
   *
   * @param offices the codes of those who supervise what stands in it
   */
  List<Addressee> ofList(String code, List<String> offices) {
    var unit = units.get(code);
    if (unit == null || !unit.relation().ofTheParty()) {
      return of(code);
    }
    var party = offices.stream().filter(this::ofTheParty).toList();
    var told =
        (party.isEmpty() ? offices : party)
            .stream().flatMap(it -> office(it).stream()).distinct().toList();
    return told.isEmpty() ? List.of(new Addressee(code, null, false)) : told;
  }

  /** Those whose staff do a task. Nobody presses a superior, by telephone or otherwise. */
  List<Addressee> ofTask(Deadline deadline, Task task) {
    var relation = relation(deadline);
    var forbidden =
        relation == Relation.SUPERIOR || (task == Task.FURTHER && !relation.furtherByStaff());
    var staff = deadline.supervisor() == null ? List.<Addressee>of() : office(deadline);
    return forbidden
        ? staff.stream().map(it -> new Addressee(it.unit(), null, false)).distinct().toList()
        : staff;
  }

  /** Those who handle it too. */
  List<Addressee> coHandlers(Deadline deadline) {
    return deadline.coHandlersOrNone().stream().flatMap(it -> of(it).stream()).distinct().toList();
  }

  /**
   * The codes of those who are to be told of it by mail or letter, and for whom nobody receives.
   */
  List<String> unreached(Deadline deadline) {
    return unreached(
        Stream.concat(ofStep(deadline, Step.BEFORE).stream(), responsible(deadline).stream()));
  }

  /** The same of those who handle it too. */
  List<String> unreachedCoHandlers(Deadline deadline) {
    return unreached(coHandlers(deadline).stream());
  }

  private static List<String> unreached(Stream<Addressee> some) {
    return some.filter(it -> it.allowed() && it.contact() == null)
        .map(Addressee::unit)
        .distinct()
        .toList();
  }

  List<Addressee> responsible(Deadline deadline) {
    var to = deadline.remindTo() == null ? "RESPONSIBLE" : deadline.remindTo();
    var unit = units.get(deadline.unit().code());
    return switch (to) {
      case "RESPONSIBLE" ->
          unit != null && unit.relation() == Relation.PERSON
              ? organisers(deadline)
              : of(deadline.unit().code());
      case "ORGANISER" -> organisers(deadline);
      default -> of(to);
    };
  }

  /**
   * The unit's own, or the one that the duty names; who owes it in the place of deputies organises
   * it himself, for the duty may name all townships as one.
   */
  private List<Addressee> organisers(Deadline deadline) {
    var unit = units.get(deadline.unit().code());
    if (unit != null && unit.organisers().isEmpty()) {
      var organiser = deadline.organiser();
      if (unit.relation().told() && (deadline.forOthers() || organiser == null)) {
        return of(unit.code());
      }
      if (organiser != null) {
        return of(organiser.code());
      }
    }
    return organisers(deadline.unit().code());
  }

  /** Everybody in whose place nobody need be asked, for the lines of other roles. */
  List<Addressee> of(@Nullable Ref unit) {
    return unit == null ? List.of() : of(unit.code());
  }

  private List<Addressee> of(String code) {
    var unit = units.get(code);
    if (unit == null) {
      return List.of(new Addressee(code, null, true));
    }
    if (unit.relation() == Relation.PERSON) {
      return organisers(code);
    }
    if (!unit.relation().told()) {
      return List.of(new Addressee(code, null, false));
    }
    return received(unit);
  }

  private List<Addressee> organisers(String code) {
    var unit = units.get(code);
    var organisers = unit == null ? List.<Ref>of() : unit.organisers();
    if (organisers.isEmpty()) {
      return List.of(new Addressee(code, null, unit == null || unit.relation().told()));
    }
    return organisers.stream()
        .flatMap(it -> Stream.ofNullable(units.get(it.code())))
        .filter(it -> it.relation().told())
        .flatMap(it -> received(it).stream())
        .toList();
  }

  private List<Addressee> received(Unit unit) {
    var ids = contacts.getOrDefault(unit.receiver(), List.of());
    // Who is named but not known yet may still come with a contact: until then it is a gap.
    if (ids.isEmpty() && units.containsKey(unit.receiver())) {
      ids = contacts.getOrDefault(unit.code(), List.of());
    }
    return ids.isEmpty()
        ? List.of(new Addressee(unit.code(), null, true))
        : ids.stream().map(id -> new Addressee(unit.code(), id, true)).toList();
  }

  private static boolean same(Addressee one, Addressee other) {
    return one.contact() != null && one.contact().equals(other.contact());
  }

  /** The codes of the units for which each contact receives, by its id. */
  Map<String, Set<String>> received() {
    var received = new HashMap<String, Set<String>>();
    contacts.forEach(
        (unit, ids) ->
            ids.forEach(id -> received.computeIfAbsent(id, it -> new TreeSet<>()).add(unit)));
    return received;
  }
}
