package duban.chassis.authorship;

import duban.chassis.clock.BusinessClock;
import duban.chassis.rights.Access;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;

/** Keeps who wrote what, from the token and never from the body. */
@ApplicationScoped
public class Authorship {

  private static final String WROTE =
      """
      INSERT INTO authorship (thing, id, version, actor, unit, at)
      VALUES (?, ?, ?, ?, ?, %s)
      ON CONFLICT (thing, id, version) DO NOTHING
      """
          .formatted(BusinessClock.NOW);

  private final AgroalDataSource database;
  private final Access access;
  private final BusinessClock clock;
  private final Authors authors;

  Authorship(AgroalDataSource database, Access access, BusinessClock clock, Authors authors) {
    this.database = database;
    this.access = access;
    this.clock = clock;
    this.authors = authors;
  }

  /**
   * The present caller wrote this, in the present transaction. The same version again, as after a
   * backup was restored, keeps its first author.
   *
   * @param thing what it is, such as {@code measure}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void wrote(String thing, String id, long version) {
    if (!access.asked()) {
      throw new IllegalStateException(thing + " was written without asking whether the caller may");
    }
    var caller = access.caller();
    try (var connection = database.getConnection();
        var wrote = connection.prepareStatement(WROTE)) {
      wrote.setString(1, thing);
      wrote.setString(2, id);
      wrote.setLong(3, version);
      wrote.setString(4, caller.anonymous() ? null : caller.actor());
      wrote.setString(5, access.actingUnit().orElse(null));
      wrote.setLong(6, clock.offsetMicros());
      wrote.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("It cannot be kept who wrote " + thing + " " + id, e);
    }
    authors.called(caller);
  }
}
