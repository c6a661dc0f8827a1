package duban.notification.notice;

import duban.notification.deadline.Deadline;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.unit.Relation;
import java.time.LocalDate;
import java.util.Set;

/**
 * One thing that is owed, as it concerns one recipient.
 *
 * @param dueOn the date that counts now; of who handles it too his own, as long as it is not past
 * @param section the name of the unit for which the recipient receives it
 * @param relation of the responsible unit
 * @param steps for which the notice goes out, none for what is only listed along
 */
public record Owed(
    Deadline deadline,
    Progress progress,
    LocalDate dueOn,
    Role role,
    String section,
    Relation relation,
    Set<Step> steps) {

  boolean overdue(LocalDate today) {
    return !arranged() && !withheld() && dueOn.isBefore(today);
  }

  boolean opensLater(LocalDate today) {
    return deadline.opensOn().isAfter(today);
  }

  boolean counts() {
    return deadline.kind().equals("QUOTA");
  }

  boolean standing() {
    return deadline.kind().equals("STANDING");
  }

  /** Whether it is the part of who handles it too that is due. */
  boolean coDue() {
    return role == Role.SUPPORT && dueOn.equals(deadline.coDueOn());
  }

  /** What is arranged for a superior, by the office that the notice goes to. */
  boolean arranged() {
    return relation == Relation.SUPERIOR;
  }

  /** How far a committee of the party is, only who supervises it is told. */
  boolean withheld() {
    return relation == Relation.PARTY && role == Role.SUPPORT;
  }

  /** A deputy's, told to who organises him: it says whose it is. */
  boolean person() {
    return relation == Relation.PERSON;
  }

  /** To whom an office that does not command puts it more softly. */
  boolean guided() {
    return relation == Relation.GUIDED;
  }

  String title() {
    return deadline.checkpoint() == null
        ? deadline.title()
        : deadline.title() + "(" + deadline.checkpoint() + ")";
  }
}
