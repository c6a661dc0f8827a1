package duban.status.receipt;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.sql.Columns;
import duban.status.receipt.YearlyList.Listed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Keeps the copies of the lists that were sent, which never change but for their version. */
@ApplicationScoped
class YearlyListReader implements Reader<YearlyList> {

  private static final String KEEP =
      """
      INSERT INTO yearly_list (id, version, year, unit_id, unit_code, unit_name, sent_on, sent_by)
      SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[],
                           ?::date[], ?::text[])
      ON CONFLICT (id) DO UPDATE SET version = excluded.version
      WHERE yearly_list.version < excluded.version
      """;
  // What was assigned before needs nobody's look again.
  private static final String LIST =
      """
      INSERT INTO listed_deadline (list_id, deadline_id, sent_on, assigned)
      SELECT h.list_id, h.deadline_id, h.sent_on,
             EXISTS (SELECT FROM event e WHERE e.deadline_id = h.deadline_id AND e.type = 'ASSIGNED')
      FROM unnest(?::uuid[], ?::uuid[], ?::date[]) AS h(list_id, deadline_id, sent_on)
      ON CONFLICT DO NOTHING
      """;

  private final AgroalDataSource database;

  YearlyListReader(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public String topic() {
    return "duban.yearly-lists";
  }

  @Override
  public String type() {
    return "duban.yearly-list.v1";
  }

  @Override
  public YearlyList parse(InboundRecord record) {
    YearlyList list = record.body(YearlyList.class);
    if (!list.whole()) {
      throw new UnacceptableRecord(
          Reason.UNREADABLE, "A yearly list has id, version, year, unit, sentOn and items");
    }
    return list;
  }

  @Override
  public void apply(List<Heard<YearlyList>> batch) {
    Collection<Heard<YearlyList>> newest = Heard.newest(batch, YearlyList::id, YearlyList::version);
    List<Listed> listed = newest.stream().flatMap(it -> it.body().listed()).toList();
    try (var connection = database.getConnection();
        var keep = connection.prepareStatement(KEEP);
        var list = connection.prepareStatement(LIST)) {
      Columns.of(keep, newest)
          .add("uuid", it -> it.body().id())
          .add("int8", it -> it.body().version())
          .add("int4", it -> it.body().year())
          .text(it -> it.body().unit().id())
          .text(it -> it.body().unit().codeOrId())
          .text(it -> it.body().unit().name())
          .add("date", it -> it.body().sentOn())
          .text(it -> it.body().sentBy() == null ? null : it.body().sentBy().codeOrId());
      keep.executeUpdate();
      Columns.of(list, listed)
          .add("uuid", Listed::list)
          .add("uuid", Listed::deadline)
          .add("date", Listed::sentOn);
      list.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The yearly lists cannot be kept", e);
    }
  }
}
