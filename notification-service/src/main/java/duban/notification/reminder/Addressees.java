package duban.notification.reminder;

import duban.notification.deadline.Deadline;
import duban.notification.policy.Step;
import duban.notification.policy.Task;
import duban.notification.unit.Relation;
import duban.notification.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is told of what, by the table of relations. */
record Addressees(Receivers receivers) {

  /**
   * @param units by code
   * @param contacts the ids of the contacts of each unit, by its code
   */
  Addressees(Map<String, Unit> units, Map<String, List<String>> contacts) {
    this(new Receivers(units, contacts));
  }

  /** Those to whom a step goes by mail. */
  List<Addressee> ofStep(Deadline deadline, Step step) {
    var told = new ArrayList<>(first(deadline, step));
    var actor = deadline.actor();
    if (actor != null && deadline.kind().equals("CHECKPOINTS")) {
      receivers.of(actor).stream()
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
    var relation = receivers.relation(deadline.unit().code());
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

  /** Who supervises it, also an office of the party. */
  List<Addressee> office(Deadline deadline) {
    var ref = deadline.supervisor();
    return ref == null
        ? List.of(new Addressee(deadline.unit().code(), null, false))
        : receivers.office(ref.code());
  }

  /**
   * Those to whom the yearly list of a unit goes: of a party unit or a superior to the office that
   * supervises it, the party's own before any other, and to no one else.
   *
   * @param offices the codes of those who supervise what stands in it
   */
  List<Addressee> ofList(String code, List<String> offices) {
    if (!receivers.relation(code).ofTheParty()) {
      return receivers.of(code);
    }
    var party = offices.stream().filter(it -> receivers.relation(it) == Relation.PARTY).toList();
    var told =
        (party.isEmpty() ? offices : party)
            .stream().flatMap(it -> receivers.office(it).stream()).distinct().toList();
    return told.isEmpty() ? List.of(new Addressee(code, null, false)) : told;
  }

  /** Those whose staff do a task. Nobody presses a superior, by telephone or otherwise. */
  List<Addressee> ofTask(Deadline deadline, Task task) {
    var relation = receivers.relation(deadline.unit().code());
    var forbidden =
        relation == Relation.SUPERIOR || (task == Task.FURTHER && !relation.furtherByStaff());
    var staff = deadline.supervisor() == null ? List.<Addressee>of() : office(deadline);
    return forbidden
        ? staff.stream().map(it -> new Addressee(it.unit(), null, false)).distinct().toList()
        : staff;
  }

  /** Those who handle it too. */
  List<Addressee> coHandlers(Deadline deadline) {
    return deadline.coHandlersOrNone().stream()
        .flatMap(it -> receivers.of(it).stream())
        .distinct()
        .toList();
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
    var unit = deadline.unit().code();
    return switch (to) {
      case "RESPONSIBLE" ->
          receivers.relation(unit) == Relation.PERSON ? organisers(deadline) : receivers.of(unit);
      case "ORGANISER" -> organisers(deadline);
      default -> receivers.of(to);
    };
  }

  /**
   * The unit's own, or the one that the duty names; who owes it in the place of deputies organises
   * it himself, for the duty may name all townships as one.
   */
  private List<Addressee> organisers(Deadline deadline) {
    var unit = receivers.units().get(deadline.unit().code());
    if (unit != null && unit.organisers().isEmpty()) {
      var organiser = deadline.organiser();
      if (unit.relation().told() && (deadline.forOthers() || organiser == null)) {
        return receivers.of(unit.code());
      }
      if (organiser != null) {
        return receivers.of(organiser);
      }
    }
    return receivers.organisers(deadline.unit().code());
  }

  private static boolean same(Addressee one, Addressee other) {
    return one.contact() != null && one.contact().equals(other.contact());
  }
}
