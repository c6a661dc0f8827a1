package duban.catalog.rights;

import duban.catalog.listing.Where;
import duban.chassis.rights.Access;
import duban.chassis.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps queries of occasions to what the caller sees. What anybody may read of one is that it takes
 * place and when; one of a person, of the party or of a superior body is not published, nor one
 * that names a person.
 */
@ApplicationScoped
public class SeenOccasions {
  private static final String NAMES_ONE_OF =
      "exists (select 1 from Unit n where n.id in %s"
          + " and function('jsonb_exists', concerned, n.id) = true)";
  private static final String PUBLISHED =
      "(unitId is null or unitId not in (select t.unitId from TextOnlyUnit t))"
          + " and not exists (select 1 from Person p"
          + " where function('jsonb_exists', concerned, p.unitId) = true)";

  private final Access access;
  private final Seen seen;

  SeenOccasions(Access access, Seen seen) {
    this.access = access;
    this.seen = seen;
  }

  public Where occasions(Where where, String operation) {
    var sight = access.sight(operation);
    return kept(where, sight, sight.text());
  }

  /** Of those that are more to the caller than what anybody may read. */
  public Where besidePublished(Where where, String operation) {
    return kept(where, access.sight(operation), false);
  }

  public boolean everything(String operation) {
    return access.sight(operation).everything();
  }

  private Where kept(Where where, Sight sight, boolean published) {
    if (sight.everything()) {
      return where;
    }
    Either either = new Either(where).among(sight.scoped(), "scoped", NAMES_ONE_OF);
    if (!sight.own().isEmpty()) {
      where.bind("own", seen.ownUnits(sight).toArray(String[]::new));
      either.or(true, Owed.CONCERNED);
    }
    return where.and(either.or(published, PUBLISHED).text());
  }
}
