package duban.notification.contact;

import java.util.List;

/** A contact as callers see it; {@code units} are codes. */
record ContactView(String id, String name, String email, List<String> units) {

  static ContactView of(Contact contact) {
    return new ContactView(
        contact.id, contact.name, contact.email, contact.units.stream().sorted().toList());
  }
}
