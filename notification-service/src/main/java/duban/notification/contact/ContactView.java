package duban.notification.contact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact as callers see it.
 *
 * @param active false: it has ended, and receives nothing more
 */
@Schema(examples = Examples.VIEW)
record ContactView(
    String id, long version, String name, String email, List<String> units, boolean active) {

  static ContactView of(Contact contact) {
    return new ContactView(
        contact.id,
        contact.version,
        contact.name,
        contact.email,
        contact.units.stream().sorted().toList(),
        contact.active);
  }
}
