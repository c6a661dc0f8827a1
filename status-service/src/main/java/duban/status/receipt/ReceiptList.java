package duban.status.receipt;

import duban.chassis.authorship.Authors;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.rights.Access;
import duban.chassis.rights.Sight;
import duban.status.deadline.Ref;
import duban.status.listing.Clauses;
import duban.status.receipt.ReceiptTable.Sent;
import duban.status.unit.Units;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists that were sent, in that order, and who has signed for them. */
@ApplicationScoped
class ReceiptList {

  /** The operation whose row says who sees whether a list was signed for. */
  static final String ROW = "GET receipts";

  /** The first receipt tells when it was signed for. */
  private static final String ROWS =
      """
      SELECT y.id, y.year, y.unit_id, y.unit_code, y.unit_name, y.sent_on, y.sent_by,
             (SELECT count(*) FROM listed_deadline l WHERE l.list_id = y.id),
             r.id, r.effective_on, r.unit, r.actor
      FROM yearly_list y LEFT JOIN LATERAL (
        SELECT * FROM receipt f WHERE f.list_id = y.id ORDER BY f.recorded_at, f.id LIMIT 1) r ON true\
      """;

  /** Who organises a deputy signs for the deputy. */
  private static final String ORGANISED =
      "y.id IN (SELECT l.list_id FROM listed_deadline l JOIN deadline d ON d.id = l.deadline_id"
          + " WHERE d.concerned ??| ? AND d.body -> 'organiser' ->> 'code' = ANY (?))";

  /**
   * A list and its receipt.
   *
   * @param list its id
   * @param sentBy the code of the unit whose people sent it
   * @param deadlines how many in it are the unit's own
   * @param receipt absent, with all that follows, if nobody signed for it yet
   */
  record Listed(
      UUID list,
      int year,
      Ref unit,
      LocalDate sentOn,
      @Nullable String sentBy,
      int deadlines,
      @Nullable UUID receipt,
      @Nullable LocalDate signedOn,
      @Nullable Signer signedBy) {}

  /**
   * Who signed.
   *
   * @param unit the code of the unit whose people signed, or entered it for the one that did
   * @param name the person's, unless it was erased
   */
  record Signer(@Nullable String unit, @Nullable String name) {}

  private record Found(
      Sent list,
      int deadlines,
      @Nullable UUID receipt,
      @Nullable LocalDate on,
      @Nullable String unit,
      @Nullable String actor) {

    static Found of(ResultSet row) throws SQLException {
      return new Found(
          Sent.of(row),
          row.getInt(8),
          row.getObject(9, UUID.class),
          row.getObject(10, LocalDate.class),
          row.getString(11),
          row.getString(12));
    }

    Listed shown(Map<String, String> names) {
      return new Listed(
          list.id(),
          list.year(),
          list.unit(),
          list.sentOn(),
          list.sentBy(),
          deadlines,
          receipt,
          on,
          receipt == null ? null : new Signer(unit, actor == null ? null : names.get(actor)));
    }
  }

  private final AgroalDataSource database;
  private final Units units;
  private final Access access;
  private final Authors authors;

  ReceiptList(AgroalDataSource database, Units units, Access access, Authors authors) {
    this.database = database;
    this.units = units;
    this.access = access;
    this.authors = authors;
  }

  Page<Listed> page(ReceiptFilter filter, Paging paging) {
    Sight sight = access.sight();
    Clauses clauses = only(sight, new Clauses());
    filter.addTo(clauses, units, sight.everything());
    paging.after().ifPresent(it -> ReceiptFilter.behind(it, clauses));
    List<Found> found =
        clauses.rows(database, ROWS, "y.sent_on, y.id", paging.limit() + 1, Found::of);
    Map<String, String> names =
        authors.names(
            found.stream().flatMap(it -> Stream.ofNullable(it.actor())).distinct().toList());
    return Page.of(
        found.stream().map(it -> it.shown(names)).toList(), paging.limit(), ReceiptList::cursor);
  }

  private static Clauses only(Sight sight, Clauses clauses) {
    if (sight.everything()) {
      return clauses;
    }
    var seen = sight.condition("y.unit_code", "to_jsonb(ARRAY[y.unit_code])", "y.sent_by", "false");
    if (sight.own().isEmpty()) {
      return clauses.and(seen.text(), seen.values().toArray());
    }
    List<Object> values = new ArrayList<>(seen.values());
    values.add(sight.own());
    values.add(sight.own());
    return clauses.and("(" + seen.text() + " OR " + ORGANISED + ")", values.toArray());
  }

  private static String cursor(Listed last) {
    return Cursor.encode(last.sentOn().toString(), last.list().toString());
  }
}
