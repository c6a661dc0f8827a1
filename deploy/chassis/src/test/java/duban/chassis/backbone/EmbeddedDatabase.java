package duban.chassis.backbone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** One PostgreSQL on 127.0.0.1, also as root. */
public final class EmbeddedDatabase {

  private EmbeddedDatabase() {}

  /**
   * Starts it, and returns when it answers.
   *
   * @param durable whether it must keep its promises over a crash; tests throw their data away
   */
  public static EmbeddedPostgres start(Path directory, int port, boolean durable)
      throws IOException {
    var switched = durable ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory)
        .setCleanDataDirectory(!durable)
        .setLocaleConfig("locale", "C.UTF-8")
        .setLocaleConfig("encoding", "UTF8")
        .setServerConfig("fsync", switched)
        .setServerConfig("synchronous_commit", switched)
        .setServerConfig("full_page_writes", switched)
        .setServerConfig("max_connections", "120")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }
}
