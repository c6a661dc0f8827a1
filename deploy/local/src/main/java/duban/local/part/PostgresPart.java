package duban.local.part;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, with every promise of durability kept: this data is meant to stay. */
public final class PostgresPart implements Part {
  private static final Duration START = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private final Path log;
  private @Nullable EmbeddedPostgres server;

  public PostgresPart(Path data, int port, Path log) {
    this.data = data;
    this.port = port;
    this.log = log;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path log() {
    return log;
  }

  /** A JDBC address for its superuser. */
  public String superuser(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, database);
  }

  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  @Override
  public synchronized ProcessHandle launch() {
    closeServer();
    // One that was killed leaves its file behind, which a new one may take for a running server.
    new StalePostmaster(data).stop(line -> {});
    try {
      server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "120")
              // The library switches these off, for data that is thrown away.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setPGStartupWait(START)
              // Its own hook would stop it under the services that are still stopping.
              .setRegisterShutdownHook(false)
              .start();
      return StalePostmaster.named(data.resolve("postmaster.pid"))
          .orElseThrow(() -> new IllegalStateException("PostgreSQL ended while it was starting"));
    } catch (IOException | IllegalStateException e) {
      closeServer();
      new StalePostmaster(data).stop(line -> {});
      throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }
  }

  private void closeServer() {
    EmbeddedPostgres old = server;
    server = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** It has a session of its own; {@link StalePostmaster} finds it. */
  @Override
  public boolean hearsOurEnd() {
    return false;
  }

  @Override
  public boolean ready() {
    return Probe.listens(port);
  }

  @Override
  public synchronized void stop(Duration patience) {
    Optional<ProcessHandle> process = StalePostmaster.named(data.resolve("postmaster.pid"));
    closeServer();
    process.ifPresent(server -> Ending.awaited(server, patience));
  }
}
