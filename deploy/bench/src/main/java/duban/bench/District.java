package duban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A status-service that knows a district: 40 units, each with 50 open deadlines, of 100 measures.
 */
final class District {

  static final int UNITS = 40;
  private static final int SUPERIORS = 3;
  static final int DEADLINES = 2_000;

  private District() {}

  static Service status(World world) throws Exception {
    return status(world, Map.of());
  }

  static Service status(World world, Map<String, String> properties) throws Exception {
    var topics = world.topics();
    topics.make();
    topics.send(Snapshots.above());
    topics.send(Snapshots.units(0, UNITS - SUPERIORS, "DEPARTMENT"));
    topics.send(Snapshots.units(UNITS - SUPERIORS, UNITS, "SUPERIOR"));
    topics.send(Snapshots.calendars());
    String year = Integer.toString(java.time.Year.now(java.time.ZoneOffset.UTC).getValue());
    topics.send(Snapshots.deadlines(0, DEADLINES, UNITS, year, year + "-01-01", year + "-12-31"));
    var status = world.service("status", properties);
    try (var database = world.superuser("status")) {
      Patience.await(
          "the assignment of every deadline",
          () -> count(database, "SELECT count(*) FROM event") == DEADLINES);
      Patience.await("an empty outbox", () -> count(database, "SELECT count(*) FROM outbox") == 0);
      try (var statement = database.createStatement()) {
        statement.execute("VACUUM ANALYZE");
        statement.execute("CHECKPOINT");
      }
    }
    return status;
  }

  static long count(Connection database, String sql) {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
