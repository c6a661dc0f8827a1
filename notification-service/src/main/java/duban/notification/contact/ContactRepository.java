package duban.notification.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, String> {

  List<Contact> after(String id, int limit) {
    return find("id > ?1 order by id", id).page(0, limit).list();
  }
}
