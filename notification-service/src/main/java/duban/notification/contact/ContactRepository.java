package duban.notification.contact;

import duban.chassis.problem.Problems;
import duban.chassis.rights.Sight;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, String> {

  private static final String FROM = "select c from Contact c where c.id > :id";
  private static final String OF_UNIT = " and :unit in elements(c.units)";
  private static final String OWN = "exists (select 1 from c.units u where u in :own)";
  private static final String WITHIN =
      "not exists (select 1 from c.units u where u not in :scoped)";

  /**
   * Of those that are seen.
   *
   * @param unit the code of one for which they receive; empty: of any
   */
  List<Contact> after(String id, int limit, Optional<String> unit, Sight sight) {
    Map<String, Object> values = new HashMap<>(Map.of("id", id));
    unit.ifPresent(it -> values.put("unit", it));
    var seen = new ArrayList<String>();
    if (sight.everything()) {
      seen.add("true");
    }
    if (!sight.own().isEmpty()) {
      seen.add(OWN);
      values.put("own", sight.own());
    }
    if (!sight.scoped().isEmpty()) {
      seen.add(WITHIN);
      values.put("scoped", sight.scoped());
    }
    if (seen.isEmpty()) {
      return List.of();
    }
    var of = unit.isPresent() ? OF_UNIT : "";
    return find(FROM + of + " and (" + String.join(" or ", seen) + ") order by c.id", values)
        .page(0, limit)
        .list();
  }

  /** A row to be filled; false if there is one. */
  boolean insert(String id, Instant now) {
    return getEntityManager()
            .createNativeQuery(
                "INSERT INTO contact (id, version, name, email, changed_at)"
                    + " VALUES (?1, 0, '', '', ?2) ON CONFLICT DO NOTHING")
            .setParameter(1, id)
            .setParameter(2, now)
            .executeUpdate()
        == 1;
  }

  /** Throws 404 {@code contact-not-known}, also for one that is not seen. */
  Contact require(String id, Sight sight) {
    return findByIdOptional(id).filter(it -> it.seen(sight)).orElseThrow(() -> unknown(id));
  }

  /** Until the end of the transaction nobody else's to change; throws like {@link #require}. */
  Contact locked(String id, Sight sight) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(it -> it.seen(sight))
        .orElseThrow(() -> unknown(id));
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("contact-not-known", "There is no contact with the id " + id);
  }
}
