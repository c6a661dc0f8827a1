package duban.notification.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  Optional<Contact> locked(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
