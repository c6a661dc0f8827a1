package duban.notification.contact;

import duban.chassis.authorship.Authorship;
import duban.chassis.clock.BusinessClock;
import duban.chassis.edit.Version;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import duban.chassis.rights.Sight;
import duban.notification.deadline.ToPlan;
import duban.notification.policy.Effects;
import duban.notification.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates and changes contacts, or, with {@code dry}, says what that would do. */
@ApplicationScoped
class Editing {

  /**
   * What came of it.
   *
   * @param created whether it was not there before
   */
  record Edited(ContactAnswer answer, boolean created) {}

  private final ContactRepository contacts;
  private final Units units;
  private final ToPlan toPlan;
  private final Effects effects;
  private final BusinessClock clock;
  private final TransactionSynchronizationRegistry transaction;
  private final Access access;
  private final Authorship authorship;

  Editing(
      ContactRepository contacts,
      Units units,
      ToPlan toPlan,
      Effects effects,
      BusinessClock clock,
      TransactionSynchronizationRegistry transaction,
      Access access,
      Authorship authorship) {
    this.contacts = contacts;
    this.units = units;
    this.toPlan = toPlan;
    this.effects = effects;
    this.clock = clock;
    this.transaction = transaction;
    this.access = access;
    this.authorship = authorship;
  }

  @Transactional
  Edited create(NewContact wanted, boolean dry) {
    var change = wanted.change();
    require(change.units());
    check(change);
    var created = contacts.insert(wanted.id(), clock.now());
    var contact = contacts.locked(wanted.id(), Sight.EVERYTHING);
    if (created) {
      become(contact, change, dry);
    } else if (!contact.is(change)) {
      throw Problems.conflict(
          "contact-conflict",
          "There is another contact with the id " + contact.id + "; change it with PUT");
    }
    return new Edited(answer(contact, contact.units, dry), created);
  }

  @Transactional
  ContactAnswer change(String id, ContactChange change, @Nullable String ifMatch, boolean dry) {
    var contact = contacts.locked(id, access.sight("GET contacts/{id}"));
    var touched = new TreeSet<>(contact.units);
    touched.addAll(change.units());
    require(touched);
    Version.require(ifMatch, contact.version, "contact " + id);
    check(change);
    if (!contact.is(change)) {
      become(contact, change, dry);
    }
    return answer(contact, touched, dry);
  }

  /**
   * A unit's mail is neither taken over nor given away without a right over that unit; so it is own
   * only to who belongs to all of them.
   */
  private void require(Collection<String> concerned) {
    var all = Set.copyOf(concerned);
    access.require(
        new Concern(all, access.caller().units().containsAll(all) ? all : Set.of(), null));
  }

  private void check(ContactChange change) {
    Address.check(change.email());
    for (int i = 0; i < change.units().size(); i++) {
      units.require("units[" + i + "]", change.units().get(i));
    }
  }

  private void become(Contact contact, ContactChange change, boolean dry) {
    contact.become(change, clock.now());
    if (!dry) {
      authorship.wrote("contact", contact.id, contact.version);
    }
    toPlan.all();
    contacts.flush(); // who plans reads with SQL of its own
  }

  /**
   * @param touched the units for which it receives or did
   */
  private ContactAnswer answer(Contact contact, Set<String> touched, boolean dry) {
    var answer = new ContactAnswer(ContactView.of(contact), effects.of(touched));
    if (dry) {
      transaction.setRollbackOnly();
    }
    return answer;
  }
}
