package duban.notification.message;

import duban.notification.calendar.Calendars;
import duban.notification.contact.Mailbox;
import duban.notification.contact.Mailboxes;
import duban.notification.copy.Copies;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.notice.Letterhead;
import duban.notification.notice.Notice;
import duban.notification.notice.Owed;
import duban.notification.notice.Role;
import duban.notification.notice.Tally;
import duban.notification.policy.Step;
import duban.notification.progress.ProgressCopies;
import duban.notification.reminder.Reminder;
import duban.notification.reminder.Reminders;
import duban.notification.stop.Stops;
import duban.notification.unit.Relation;
import duban.notification.unit.Unit;
import duban.notification.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a notice by what is true at this moment. */
@ApplicationScoped
class Writer {

  /**
   * A notice, and to which address.
   *
   * @param deadlines the ids of all of which it speaks
   * @param units the codes of those for whom the recipient receives
   */
  record Written(String address, Letterhead.Page page, List<String> deadlines, Set<String> units) {}

  private record Listed(Deadline deadline, Role role, String unit) {}

  private final Reminders reminders;
  private final Mailboxes mailboxes;
  private final ProgressCopies progress;
  private final Units units;
  private final Calendars calendars;
  private final Stops stops;
  private final Letterhead letterhead;
  private final Numbers numbers;
  private final Sql sql;

  Writer(
      Reminders reminders,
      Mailboxes mailboxes,
      ProgressCopies progress,
      Units units,
      Calendars calendars,
      Stops stops,
      Letterhead letterhead,
      Numbers numbers,
      Sql sql) {
    this.reminders = reminders;
    this.mailboxes = mailboxes;
    this.progress = progress;
    this.units = units;
    this.calendars = calendars;
    this.stops = stops;
    this.letterhead = letterhead;
    this.numbers = numbers;
    this.sql = sql;
  }

  /** Empty if none of its reminders is owed any more, or nobody receives. */
  Optional<Written> write(UUID message, String recipient, LocalDate today) {
    var steps =
        reminders.carriedBy(message).stream()
            .collect(
                Collectors.groupingBy(
                    Reminder::deadlineId, Collectors.mapping(Reminder::step, Collectors.toSet())));
    var mailbox = mailboxes.find(recipient);
    if (steps.isEmpty() || mailbox.isEmpty()) {
      return Optional.empty();
    }
    var listed = listed(recipient);
    var known = units.byCode(named(mailbox.get(), listed));
    var owed = owed(listed, steps, known, today);
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    var tallies = numbers.of(recipient, today);
    var notice =
        new Notice(
            addressed(mailbox.get(), known),
            owed,
            stops.of(message),
            today,
            calendars.places()::of,
            tallies);
    return Optional.of(
        new Written(
            mailbox.get().email(),
            letterhead.of(notice),
            Stream.concat(owed.stream().map(Owed::deadline), tallies.stream().map(Tally::deadline))
                .map(Deadline::id)
                .toList(),
            mailbox.get().units()));
  }

  /** The codes of the units of which the notice may speak. */
  private static Set<String> named(Mailbox mailbox, List<Listed> listed) {
    var codes = new HashSet<>(mailbox.units());
    for (var it : listed) {
      codes.add(it.unit());
      codes.add(it.deadline().unit().code());
    }
    return codes;
  }

  private List<Owed> owed(
      List<Listed> all, Map<String, Set<Step>> steps, Map<String, Unit> known, LocalDate today) {
    var owed = new ArrayList<Owed>();
    var seen = new HashSet<String>();
    for (var listed : all) {
      var deadline = listed.deadline();
      var now = progress.of(deadline.id());
      var dueOn = Objects.requireNonNullElse(now.effectiveDueOn(), deadline.dueOn());
      var due = steps.getOrDefault(deadline.id(), Set.of());
      var shown = !due.isEmpty() || !deadline.opensOn().isAfter(today);
      if (shown && now.over(deadline.required()).isEmpty() && seen.add(deadline.id())) {
        owed.add(
            new Owed(
                deadline,
                now,
                date(listed, dueOn, today),
                listed.role(),
                name(listed.unit(), known),
                relation(deadline, known),
                due));
      }
    }
    return owed;
  }

  /** Who handles it too has a date of his own, until it is past. */
  private static LocalDate date(Listed listed, LocalDate dueOn, LocalDate today) {
    var coDueOn = listed.deadline().coDueOn();
    return listed.role() == Role.SUPPORT && coDueOn != null && !coDueOn.isBefore(today)
        ? coDueOn
        : dueOn;
  }

  /** Its nearest role first; what was entered late stays with staff. */
  private List<Listed> listed(String recipient) {
    return sql
        .list(
            """
            SELECT body, role, unit FROM told
            JOIN deadline_copy ON deadline_copy.id = told.deadline_id
            JOIN deadline_known USING (deadline_id)
            WHERE recipient = ? AND body->>'status' = 'ACTIVE' AND body->>'tally' IS NULL
              AND (known_at AT TIME ZONE 'Asia/Shanghai')::date <= due_on
            """,
            row ->
                new Listed(
                    Copies.read(row.getString("body"), Deadline.class),
                    Role.valueOf(row.getString("role")),
                    row.getString("unit")),
            recipient)
        .stream()
        .sorted(java.util.Comparator.comparing(Listed::role).thenComparing(Listed::unit))
        .toList();
  }

  /** {@code 张三(区教委)}, or the unit alone where no person is named. */
  static String addressed(Mailbox mailbox, Map<String, Unit> known) {
    if (mailbox.units().size() != 1) {
      return mailbox.name();
    }
    var unit = name(mailbox.units().iterator().next(), known);
    return unit.equals(mailbox.name()) ? unit : mailbox.name() + "(" + unit + ")";
  }

  private static String name(String code, Map<String, Unit> known) {
    var unit = known.get(code);
    return unit == null ? code : unit.name();
  }

  private static Relation relation(Deadline deadline, Map<String, Unit> known) {
    var unit = known.get(deadline.unit().code());
    return unit == null ? Relation.UNKNOWN : unit.relation();
  }
}
