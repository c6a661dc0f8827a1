package duban.notification.contact;

import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The contacts, for those who plan and send. */
@ApplicationScoped
public class Mailboxes {

  private record Serves(String unit, String contact) {}

  private final Sql sql;

  Mailboxes(Sql sql) {
    this.sql = sql;
  }

  /** The ids of the contacts of each unit, by its code. */
  public Map<String, List<String>> byUnit() {
    return sql
        .list(
            "SELECT unit, contact_id FROM contact_unit JOIN contact ON contact.id = contact_id"
                + " WHERE active ORDER BY unit, contact_id",
            row -> new Serves(row.getString(1), row.getString(2)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Serves::unit, Collectors.mapping(Serves::contact, Collectors.toList())));
  }

  /** All of them. */
  public Known known() {
    return new Known(
        Set.copyOf(sql.list("SELECT id FROM contact", row -> row.getString(1))),
        Set.copyOf(
            sql.list(
                "SELECT DISTINCT unit FROM contact_unit JOIN contact ON contact.id = contact_id"
                    + " WHERE NOT active",
                row -> row.getString(1))));
  }

  /** Empty, too, for a contact that has ended. */
  public Optional<Mailbox> find(String id) {
    return sql.first(
        """
        SELECT name, email, array(SELECT unit FROM contact_unit WHERE contact_id = id) AS units
        FROM contact WHERE id = ? AND active
        """,
        row ->
            new Mailbox(
                id,
                row.getString("name"),
                Address.ascii(row.getString("email")),
                new TreeSet<>(List.of((String[]) row.getArray("units").getArray()))),
        id);
  }
}
