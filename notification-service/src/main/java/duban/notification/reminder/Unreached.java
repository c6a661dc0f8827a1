package duban.notification.reminder;

import duban.notification.contact.Mailboxes;
import duban.notification.copy.Copies;
import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import duban.notification.unit.Unit;
import duban.notification.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is to be told of something, and cannot be because nobody receives. */
@ApplicationScoped
public class Unreached {

  /**
   * One unit that is to be told of one deadline.
   *
   * @param receiver who receives for it, or would
   * @param responsible the code of who owes it
   * @param dueOn by when the unit has to have done its part
   */
  public record Waiting(Unit unit, Unit receiver, String responsible, LocalDate dueOn) {}

  private record Held(Deadline deadline, LocalDate dueOn) {}

  private final Units units;
  private final Mailboxes mailboxes;
  private final Sql sql;

  Unreached(Units units, Mailboxes mailboxes, Sql sql) {
    this.units = units;
    this.mailboxes = mailboxes;
    this.sql = sql;
  }

  /**
   * Of what was planned: nothing waits of what is done, withdrawn, or nobody's to be told. A unit
   * that is named and not known yet may still come with a contact.
   */
  public List<Waiting> all() {
    var held =
        sql.list(
            """
            SELECT deadline.body, coalesce((progress.body ->> 'effectiveDueOn')::date,
                                           (deadline.body ->> 'dueOn')::date) AS due_on
            FROM deadline_copy AS deadline LEFT JOIN progress_copy AS progress USING (id)
            WHERE id IN (SELECT deadline_id FROM reminder WHERE state = 'HELD' AND reason = 'NO_CONTACT')
            """,
            row ->
                new Held(
                    Copies.read(row.getString("body"), Deadline.class),
                    row.getObject("due_on", LocalDate.class)));
    if (held.isEmpty()) {
      return List.of();
    }
    var known = units.byCode();
    var addressees = new Addressees(known, mailboxes.byUnit());
    return held.stream().flatMap(it -> waiting(it, addressees, known)).toList();
  }

  private static Stream<Waiting> waiting(
      Held held, Addressees addressees, Map<String, Unit> known) {
    var deadline = held.deadline();
    var dates = new LinkedHashMap<String, LocalDate>();
    addressees.unreached(deadline).forEach(it -> dates.put(it, held.dueOn()));
    var coDueOn = deadline.coDueOn();
    if (coDueOn != null) {
      addressees.unreachedCoHandlers(deadline).forEach(it -> dates.putIfAbsent(it, coDueOn));
    }
    var responsible = deadline.unit().code();
    return dates.entrySet().stream()
        .flatMap(
            it -> {
              var unit = known.get(it.getKey());
              var receiver = unit == null ? null : known.get(unit.receiver());
              return unit == null || receiver == null
                  ? Stream.of()
                  : Stream.of(new Waiting(unit, receiver, responsible, it.getValue()));
            });
  }
}
