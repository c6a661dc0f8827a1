package duban.notification.reminder;

import duban.notification.database.Sql;
import duban.notification.deadline.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In whose notices a deadline stands, and in which role. */
@ApplicationScoped
class Told {

  private final Sql sql;

  Told(Sql sql) {
    this.sql = sql;
  }

  void replace(Deadline deadline, Addressees addressees) {
    sql.change("DELETE FROM told WHERE deadline_id = ?", deadline.id());
    if (!deadline.told()) {
      return;
    }
    var rows = new ArrayList<@Nullable Object[]>();
    add(rows, deadline, "LEAD", addressees.responsible(deadline).stream());
    if (!deadline.onlyCounted()) {
      add(rows, deadline, "SUPPORT", addressees.coHandlers(deadline).stream());
    }
    add(
        rows,
        deadline,
        "SUPERVISE",
        Stream.of(addressees.office(deadline), addressees.receivers().of(deadline.actor()))
            .flatMap(List::stream));
    sql.changeAll(
        "INSERT INTO told (deadline_id, recipient, role, unit) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        rows);
  }

  private static void add(
      List<@Nullable Object[]> rows, Deadline deadline, String role, Stream<Addressee> some) {
    some.filter(it -> it.contact() != null)
        .forEach(
            it -> rows.add(new @Nullable Object[] {deadline.id(), it.contact(), role, it.unit()}));
  }
}
