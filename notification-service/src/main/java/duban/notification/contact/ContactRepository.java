package duban.notification.contact;

import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, String> {

  List<Contact> after(String id, int limit) {
    return find("id > ?1 order by id", id).page(0, limit).list();
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

  /** Throws 404 {@code contact-not-known}. */
  Contact require(String id) {
    return findByIdOptional(id).orElseThrow(() -> unknown(id));
  }

  /** The same, until the end of the transaction nobody else's to change. */
  Contact locked(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> unknown(id));
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("contact-not-known", "There is no contact with the id " + id);
  }
}
