package duban.notification.message;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.notification.calendar.SendingHours;
import duban.notification.copy.Wholeness;
import duban.notification.database.Sql;
import duban.notification.reminder.ListRecipients;
import duban.notification.reminder.ListRecipients.Recipient;
import duban.notification.reminder.PlanningLock;
import duban.notification.yearly.YearlyList;
import duban.notification.yearly.YearlyLists;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the messages of the yearly lists that were sent: one for each who receives for the unit, or
 * one that says why nobody is told. Until one of them leaves they follow what changes; after that
 * nobody is told of the list again.
 */
@ApplicationScoped
class SentLists {

  private static final UUID NAMESPACE =
      UUID.nameUUIDFromBytes("duban.yearly-list".getBytes(StandardCharsets.UTF_8));

  /** Why one waits, of what only the sender decides. */
  private static final String WAITS = "state = 'HELD' AND reason IN ('NOT_RELEASED', 'STALE')";

  private record Row(UUID id, MessageState state) {

    /** It may have arrived, or nobody tries again. */
    boolean left() {
      return state == MessageState.SENT
          || state == MessageState.IN_DOUBT
          || state == MessageState.FAILED;
    }

    boolean leaving() {
      return state == MessageState.SENDING;
    }
  }

  private final Wholeness copies;
  private final YearlyLists lists;
  private final ListRecipients recipients;
  private final Messages messages;
  private final Sql sql;

  SentLists(
      Wholeness copies, YearlyLists lists, ListRecipients recipients, Messages messages, Sql sql) {
    this.copies = copies;
    this.lists = lists;
    this.recipients = recipients;
    this.messages = messages;
    this.sql = sql;
  }

  /**
   * Also shows why they do not leave.
   *
   * @param closed why nothing may leave now
   */
  void round(Instant now, Optional<String> closed) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              // By half the copies the wrong ones would be told.
              if (copies.reached() && PlanningLock.taken(sql)) {
                lists.untold().forEach(it -> plan(it, now));
              }
              closed.ifPresentOrElse(this::hold, this::open);
            });
  }

  private void hold(String why) {
    sql.change(
        "UPDATE message SET state = 'HELD', reason = ? WHERE kind = 'LIST'"
            + " AND (state = 'READY' OR "
            + WAITS
            + " AND reason <> ?)",
        why,
        why);
  }

  private void open() {
    sql.change(
        "UPDATE message SET state = 'READY', reason = NULL WHERE kind = 'LIST' AND " + WAITS);
  }

  private void plan(String id, Instant now) {
    var existing = existing(id);
    if (existing.stream().anyMatch(Row::left)) {
      lists.told(id);
    } else if (existing.stream().noneMatch(Row::leaving)) {
      lists.find(id).ifPresent(it -> reconcile(it, existing, now));
    }
  }

  private void reconcile(YearlyList list, List<Row> existing, Instant now) {
    var wanted = wanted(list, now);
    var ids = wanted.stream().map(it -> id(list, it)).collect(Collectors.toSet());
    var gone = existing.stream().filter(it -> !ids.contains(it.id())).toList();
    if (!gone.stream().allMatch(it -> messages.takeAway(it.id()))) {
      return; // It is just leaving: whoever was to be told is.
    }
    var kept = existing.stream().map(Row::id).collect(Collectors.toSet());
    wanted.forEach(it -> put(list, it, kept, now));
  }

  /** Of a year that is over nobody is told any more. */
  private List<Recipient> wanted(YearlyList list, Instant now) {
    return list.year() < SendingHours.day(now).getYear()
        ? List.of(new Recipient(null, "YEAR_OVER"))
        : recipients.of(list);
  }

  private void put(YearlyList list, Recipient to, Set<UUID> existing, Instant now) {
    var id = id(list, to);
    if (!existing.contains(id)) {
      messages.begin(id, list, to.contact(), to.reason(), now);
    } else if (to.reason() != null) {
      sql.change(
          "UPDATE message SET reason = ? WHERE id = ? AND reason <> ?",
          to.reason(),
          id,
          to.reason());
    } else {
      // Who was given up because he had ended receives again.
      sql.change(
          "UPDATE message SET state = 'READY', reason = NULL WHERE id = ? AND state = 'HELD'"
              + " AND reason = 'NO_CONTACT'",
          id);
    }
  }

  /** The same for a list and recipient, so that nobody is sent a list under another Message-ID. */
  private static UUID id(YearlyList list, Recipient to) {
    return UuidCreator.getNameBasedSha1(
        NAMESPACE, list.id() + "|" + Objects.requireNonNullElse(to.contact(), ""));
  }

  private List<Row> existing(String list) {
    return sql.list(
        "SELECT id, state FROM message WHERE list = ? ORDER BY id",
        row ->
            new Row(row.getObject("id", UUID.class), MessageState.valueOf(row.getString("state"))),
        list);
  }
}
