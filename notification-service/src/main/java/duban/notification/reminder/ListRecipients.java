package duban.notification.reminder;

import duban.notification.contact.Mailboxes;
import duban.notification.database.Sql;
import duban.notification.deadline.Ref;
import duban.notification.unit.Unit;
import duban.notification.unit.Units;
import duban.notification.yearly.YearlyList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To whom a yearly list goes, by the table of relations. */
@ApplicationScoped
public class ListRecipients {

  /**
   * One of them.
   *
   * @param contact the id of a contact; absent: nobody is told
   * @param reason why; absent if somebody is
   */
  public record Recipient(@Nullable String contact, @Nullable String reason) {}

  private final Units units;
  private final Mailboxes mailboxes;
  private final Sql sql;

  ListRecipients(Units units, Mailboxes mailboxes, Sql sql) {
    this.units = units;
    this.mailboxes = mailboxes;
    this.sql = sql;
  }

  /** At least one; one without a contact is the only one. */
  public List<Recipient> of(YearlyList list) {
    var code = list.unit().code();
    var offices = offices(list);
    var named = new HashSet<>(offices);
    named.add(code);
    var all = new Addressees(known(named), mailboxes.byUnit()).ofList(code, offices);
    var told =
        all.stream()
            .map(Addressee::contact)
            .flatMap(Stream::ofNullable)
            .distinct()
            .map(it -> new Recipient(it, null))
            .toList();
    if (!told.isEmpty()) {
      return told;
    }
    var allowed = all.stream().anyMatch(Addressee::allowed);
    return List.of(new Recipient(null, allowed ? "NO_CONTACT" : "RELATION"));
  }

  /** Who supervises what stands in the list, or else anything that the unit owes. */
  private List<String> offices(YearlyList list) {
    var ofList = supervisors("id = ANY (?)", list.deadlines());
    return ofList.isEmpty()
        ? supervisors("responsible = ANY (?)", List.of(list.unit().code()))
        : ofList;
  }

  private List<String> supervisors(String which, Collection<String> values) {
    return sql.list(
        "SELECT DISTINCT supervisor FROM deadline_copy WHERE supervisor IS NOT NULL AND "
            + which
            + " ORDER BY supervisor",
        row -> row.getString(1),
        values);
  }

  /** These, and those through whom they are told. */
  private Map<String, Unit> known(Collection<String> codes) {
    var known = new HashMap<>(units.byCode(codes));
    known.putAll(units.byCode(beside(known)));
    known.putAll(units.byCode(beside(known)));
    return known;
  }

  private static List<String> beside(Map<String, Unit> known) {
    return known.values().stream()
        .flatMap(it -> Stream.concat(Stream.of(it.receiver()), codes(it.organisers())))
        .distinct()
        .toList();
  }

  private static Stream<String> codes(List<Ref> refs) {
    return refs.stream().map(Ref::code);
  }
}
