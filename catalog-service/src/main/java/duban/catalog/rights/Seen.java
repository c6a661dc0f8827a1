package duban.catalog.rights;

import duban.catalog.listing.Where;
import duban.chassis.rights.Access;
import duban.chassis.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps queries to what the caller sees of an operation. One thing is looked for in the same way,
 * so that what is not seen is not there. Whoever sees everything pays nothing for it.
 */
@ApplicationScoped
public class Seen {
  private static final String EVERYTHING = "1 = 1";

  private final Access access;
  private final EntityManager entities;

  Seen(Access access, EntityManager entities) {
    this.access = access;
    this.entities = entities;
  }

  /** Of the documents themselves. */
  public Where documents(Where where, String operation) {
    return kept(where, documents("", where, operation));
  }

  /** Of what hangs on a document by its documentId, as its text and its measures. */
  public Where ofDocuments(Where where, String operation) {
    return kept(where, ofDocuments("", where, operation));
  }

  /**
   * The condition for a measure that is called m in a part of the query.
   *
   * @param where takes the values
   */
  public String measures(Where where) {
    return ofDocuments("m.", where, "GET measures");
  }

  /** Of obligations. */
  public Where obligations(Where where, String operation) {
    var sight = access.sight(operation);
    return sight.everything() ? where : owed(where, sight, Owed.OBLIGATIONS, sight.text());
  }

  /** Of deadlines. */
  public Where deadlines(Where where, String operation) {
    return deadlines(where, access.sight(operation), false);
  }

  /** Of obligations that are more to the caller than what anybody may read. */
  public Where obligationsBesidePublished(Where where, String operation) {
    return owed(where, access.sight(operation), Owed.OBLIGATIONS, false);
  }

  /** The same of deadlines. */
  public Where deadlinesBesidePublished(Where where, String operation) {
    return owed(where, access.sight(operation), Owed.DEADLINES, false);
  }

  /** Ids of the units of which only the text is published; none for who sees everything. */
  public Set<String> textOnlyUnits(String operation) {
    return access.sight(operation).everything()
        ? Set.of()
        : new TreeSet<>(
            entities
                .createQuery("select t.unitId from TextOnlyUnit t", String.class)
                .getResultList());
  }

  public boolean everyDeadline(String operation) {
    return access.sight(operation).everything();
  }

  /** Of deadlines, where it shows how far they were carried out. */
  public Where deadlinesByState(Where where, String operation) {
    return deadlines(where, access.sight(operation), true);
  }

  /** Of what was sent to a unit, which is nobody else's to read. */
  public Where sentTo(Where where, String operation) {
    var sight = access.sight(operation);
    return sight.everything()
        ? where
        : where.and(
            new Either(where)
                .among(matters(sight), "receivers", Owed.DEADLINES.ofResponsible())
                .text());
  }

  /** Ids of the units whose very name is not for the caller: those of people elsewhere. */
  public Set<String> hiddenUnits(String operation) {
    var sight = access.sight(operation);
    if (sight.everything()) {
      return Set.of();
    }
    return new TreeSet<>(
        entities
            .createQuery(
                "select u.id from Unit u, Person p where u.id = p.unitId"
                    + " and not array_contains(:matters, u.code)",
                String.class)
            .setParameter("matters", matters(sight).toArray(String[]::new))
            .getResultList());
  }

  private Where deadlines(Where where, Sight sight, boolean states) {
    boolean published = sight.text() && (sight.states() || !states);
    return sight.everything() ? where : owed(where, sight, Owed.DEADLINES, published);
  }

  private Where owed(Where where, Sight sight, Owed owed, boolean published) {
    var either =
        new Either(where)
            .among(sight.scoped(), "scoped", owed.ofOwners())
            .among(sight.scoped(), "scoped", owed.ofResponsible());
    if (!sight.own().isEmpty()) {
      where.bind("own", ownUnits(sight).toArray(String[]::new));
      either.or(true, Owed.CONCERNED);
    }
    var within = sight.supervisedWithin();
    if (within == null) {
      either.among(sight.supervisors(), "supervisors", Owed.SUPERVISED);
    } else if (!within.isEmpty()) {
      where.bind("within", within.toArray(String[]::new));
      either.among(sight.supervisors(), "supervisors", owed.supervisedWithin());
    }
    return where.and(either.or(published, owed.published()).text());
  }

  /** What a group owes is its members' own matter too. */
  List<String> ownUnits(Sight sight) {
    return new ArrayList<>(
        entities
            .createQuery(
                "select u.id from Unit u where u.code in :codes or u.id in"
                    + " (select m.groupId from UnitMember m, Unit o"
                    + " where o.id = m.memberId and o.code in :codes)",
                String.class)
            .setParameter("codes", sight.own())
            .getResultList());
  }

  private String ofDocuments(String of, Where where, String operation) {
    var documents = documents("d.", where, operation);
    return documents.equals(EVERYTHING)
        ? documents
        : of + "documentId in (select d.id from Document d where " + documents + ")";
  }

  private String documents(String of, Where where, String operation) {
    var sight = access.sight(operation);
    if (sight.everything()) {
      return EVERYTHING;
    }
    return new Either(where)
        .among(matters(sight), "owners", of + "ownerId in %s")
        .or(sight.text(), of + "openness = 'OPEN'")
        .text();
  }

  private static Set<String> matters(Sight sight) {
    var units = new TreeSet<>(sight.scoped());
    units.addAll(sight.own());
    return units;
  }

  private static Where kept(Where where, String condition) {
    return condition.equals(EVERYTHING) ? where : where.and(condition);
  }
}
