package duban.e2e;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Copies of the services' databases, and the return to them. */
final class Backups {

  private final Whole whole;
  private final Staff staff;
  private final Map<String, Map<Thing, Staff.Told>> told = new HashMap<>();

  Backups(Whole whole, Staff staff) {
    this.whole = whole;
    this.staff = staff;
  }

  /** Takes one, between two edits; the service loses its connections for that moment. */
  void take(String service) throws SQLException {
    synchronized (staff) {
      told.put(service, staff.told());
      copy("duban_" + service);
    }
  }

  /** What was acknowledged last before that. */
  Map<Thing, Staff.Told> told(String service) {
    return told.get(service);
  }

  private void copy(String name) throws SQLException {
    Database.server(whole)
        .run(
            "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'",
            "CREATE DATABASE " + name + "_backup TEMPLATE " + name + " OWNER " + name + "_owner",
            "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
  }

  /** Stops the service, puts the copy in the place of its database, and starts it again. */
  void restore(String service) throws SQLException {
    var name = "duban_" + service;
    whole.duban().halt(service);
    Database.server(whole)
        .run(
            "DROP DATABASE " + name + " WITH (FORCE)",
            "ALTER DATABASE " + name + "_backup RENAME TO " + name);
    whole.duban().resume(service);
    await().atMost(Duration.ofMinutes(2)).until(() -> whole.duban().ready(service));
  }
}
