package duban.chassis.clock;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time in which duties fall due: PostgreSQL's clock plus the one configured offset. The clocks
 * of several nodes differ; the database has only one. Leases, retries and logs run on real time
 * instead.
 */
@ApplicationScoped
public class BusinessClock {

  /** The zone of every business day. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * The business moment, for a statement that reads it along with something else. Its one parameter
   * is {@link #offsetMicros}.
   */
  public static final String NOW =
      "clock_timestamp() + CAST(? AS bigint) * interval '1 microsecond'";

  private final AgroalDataSource database;
  private final Duration offset;

  BusinessClock(
      AgroalDataSource database, @ConfigProperty(name = "duban.clock.offset") Duration offset) {
    this.database = database;
    this.offset = offset;
  }

  /** The business moment, to the microsecond. Asks the database; joins a running transaction. */
  public Instant now() {
    return realNow().plus(offset);
  }

  /** The business day in {@link #ZONE}. */
  public LocalDate today() {
    return now().atZone(ZONE).toLocalDate();
  }

  /** PostgreSQL's clock without the offset: for leases and for the age of heartbeats. */
  public Instant realNow() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not tell the time", e);
    }
  }

  public long offsetMicros() {
    return TimeUnit.MICROSECONDS.convert(offset);
  }
}
