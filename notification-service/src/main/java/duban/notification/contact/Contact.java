package duban.notification.contact;

import duban.chassis.rights.Concern;
import duban.chassis.rights.Sight;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A recipient: a mailbox that receives for one unit or more. */
@Entity
class Contact {

  @Id String id = "";

  /** Counted by hand: a change of the units alone counts too. */
  @Column(nullable = false)
  long version;

  @Column(nullable = false)
  String name = "";

  @Column(nullable = false)
  String email = "";

  @Column(nullable = false)
  boolean active = true;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt = Instant.EPOCH;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "contact_unit", joinColumns = @JoinColumn(name = "contact_id"))
  @Column(name = "unit", nullable = false)
  Set<String> units = new TreeSet<>();

  boolean is(ContactChange change) {
    return name.equals(change.name())
        && email.equals(change.email())
        && new TreeSet<>(units).equals(new TreeSet<>(change.units()))
        && active == change.active();
  }

  /** All of its units lie within the sight, or one of them is the caller's own. */
  boolean seen(Sight sight) {
    return sight.sees(new Concern(units, units, null), false);
  }

  void become(ContactChange change, Instant now) {
    version++;
    name = change.name();
    email = change.email();
    units = new TreeSet<>(change.units());
    active = change.active();
    changedAt = now;
  }
}
