package duban.notification.message;

import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Bell;
import duban.chassis.loop.Work;
import duban.notification.calendar.SendingHours;
import duban.notification.database.Sql;
import duban.notification.deadline.ToPlan;
import duban.notification.release.Gate;
import duban.notification.reminder.Planner;
import duban.notification.reminder.PlanningLock;
import duban.notification.reminder.Reminder;
import duban.notification.reminder.Reminders;
import duban.notification.reminder.State;
import duban.notification.stop.Stops;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers everything that is due until now into one notice a recipient and day. */
@ApplicationScoped
class Grouping implements Work {

  private static final Duration SOON = Duration.ofMillis(50);

  private final Planner planner;
  private final Gate gate;
  private final Stops stops;
  private final ToPlan toPlan;
  private final Quiet quiet;
  private final Reminders reminders;
  private final Messages messages;
  private final Letters letters;
  private final SentLists lists;
  private final Sql sql;
  private final BusinessClock clock;
  private final Bell ready = new Bell();
  private boolean passedOver;

  Grouping(
      Planner planner,
      Gate gate,
      Stops stops,
      ToPlan toPlan,
      Quiet quiet,
      Reminders reminders,
      Messages messages,
      Letters letters,
      SentLists lists,
      Sql sql,
      BusinessClock clock) {
    this.planner = planner;
    this.gate = gate;
    this.stops = stops;
    this.toPlan = toPlan;
    this.quiet = quiet;
    this.reminders = reminders;
    this.messages = messages;
    this.letters = letters;
    this.lists = lists;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(2);
  }

  /** Whoever was passed over because planning or recording held the lock has his turn soon. */
  @Override
  public void rest(Duration pause) throws InterruptedException {
    planner.planned().await(passedOver ? SOON : pause);
  }

  /** Rings when a notice has become ready to leave. */
  Bell ready() {
    return ready;
  }

  @Override
  public boolean round() {
    round(clock.now());
    return false;
  }

  void round(Instant now) {
    passedOver = false;
    var closed = QuarkusTransaction.requiringNew().call(gate::closed);
    QuarkusTransaction.requiringNew().run(() -> stops.begin(now, closed));
    lists.round(now, closed);
    closed.ifPresentOrElse(why -> hold(now, why), () -> group(now));
    QuarkusTransaction.requiringNew().run(() -> stops.end(now));
  }

  /** What is due shows why it does not leave. */
  private void hold(Instant now, String why) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.change(
                    "UPDATE reminder SET state = 'HELD', reason = ? WHERE reason IS DISTINCT FROM ?"
                        + " AND "
                        + Reminders.DUE,
                    why,
                    why,
                    now));
  }

  private void group(Instant now) {
    letters.comeDue(now);
    if (quiet.everywhere(now)) {
      return;
    }
    var today = SendingHours.day(now);
    for (var recipient : withSomethingDue(now, today)) {
      if (QuarkusTransaction.requiringNew().call(() -> group(recipient, today, now))) {
        ready.ring();
      }
    }
  }

  /**
   * But not those who had their notice of the day, or whose day is quiet: it waits for the next.
   */
  private List<String> withSomethingDue(Instant now, LocalDate today) {
    return sql.list(
        "SELECT DISTINCT recipient FROM reminder WHERE recipient IS NOT NULL AND "
            + Reminders.DUE
            + " AND NOT EXISTS (SELECT 1 FROM message WHERE message.recipient = reminder.recipient"
            + " AND kind = 'NOTICE' AND day = ? AND message.state <> 'READY')"
            + " AND recipient <> ALL (?)",
        row -> row.getString(1),
        now,
        today,
        quiet.at(now));
  }

  /** Returns whether the recipient has a notice that may leave. */
  private boolean group(String recipient, LocalDate today, Instant now) {
    if (!PlanningLock.taken(sql)) {
      passedOver = true;
      return false;
    }
    if (toPlan.waitingFor(recipient)) {
      return false;
    }
    var due = reminders.due(recipient, now);
    if (due.isEmpty()) {
      return false;
    }
    var message = messages.ready(recipient).or(() -> messages.begin(recipient, today, now));
    if (message.isEmpty()) {
      return false;
    }
    var goes = new ArrayList<>(due);
    var stopped = due.stream().filter(it -> stopped(it, today)).toList();
    goes.removeAll(stopped);
    if (goes.isEmpty()) {
      goes.add(stopped.stream().max(Comparator.comparing(Reminder::stepOn)).orElseThrow());
    }
    var skipped = stopped.stream().filter(it -> !goes.contains(it)).toList();
    reminders.turn(goes, State.PLANNED, null, message.get(), null);
    reminders.turn(skipped, State.SKIPPED, "STOPPED", message.get(), null);
    return true;
  }

  /** Its day went by entirely while nothing could be sent. */
  private boolean stopped(Reminder reminder, LocalDate today) {
    return SendingHours.day(reminder.dueAt()).isBefore(today) && stops.covered(reminder.dueAt());
  }
}
