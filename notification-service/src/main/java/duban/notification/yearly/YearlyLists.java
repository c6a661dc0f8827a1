package duban.notification.yearly;

import duban.notification.copy.Copies;
import duban.notification.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The lists as the catalog sent them, and of which of them nobody was told yet. */
@ApplicationScoped
public class YearlyLists {

  private final Copies copies;
  private final Sql sql;

  YearlyLists(Copies copies, Sql sql) {
    this.copies = copies;
    this.sql = sql;
  }

  public Optional<YearlyList> find(String id) {
    return copies.find(Copies.Table.YEARLY_LIST, id, YearlyList.class);
  }

  /** Those that came, also again: what has left is found out later. */
  void toTell(Collection<String> ids) {
    sql.change(
        "INSERT INTO list_to_tell (list) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING", ids);
  }

  /** The ids of those of which nobody was told yet, as far as is known. */
  public List<String> untold() {
    return sql.list("SELECT list FROM list_to_tell ORDER BY list", row -> row.getString(1));
  }

  public void told(String id) {
    sql.change("DELETE FROM list_to_tell WHERE list = ?", id);
  }
}
