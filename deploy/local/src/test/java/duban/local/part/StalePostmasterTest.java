package duban.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.preflight.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalePostmasterTest {
  @TempDir Path temporary;

  @Test
  void aProcessThatIsNotOursIsLeftAlone() throws Exception {
    Path data = Files.createDirectory(temporary.resolve("postgres"));
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Path pidFile = Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n");
      List<String> said = new ArrayList<>();
      new StalePostmaster(data).stop(said::add);
      assertThat(stranger.isAlive()).isTrue();
      assertThat(said).isEmpty();
      // Or PostgreSQL would take the stranger for a server and refuse to start.
      assertThat(pidFile).doesNotExist();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aPostgresOfAnotherFolderIsLeftAloneAndOurOwnIsStopped() throws Exception {
    Path data = temporary.resolve("postgres");
    PostgresPart postgres = new PostgresPart(data, Port.anyFree(), temporary.resolve("log"));
    ProcessHandle server = postgres.launch();
    try {
      Path other = Files.createDirectory(temporary.resolve("other"));
      Files.writeString(other.resolve("postmaster.pid"), server.pid() + "\n");
      new StalePostmaster(other).stop(line -> {});
      assertThat(Ending.over(server)).isFalse();

      List<String> said = new ArrayList<>();
      new StalePostmaster(data).stop(said::add);
      assertThat(Ending.over(server)).isTrue();
      assertThat(said)
          .containsExactly(
              "stopping the PostgreSQL of the last start (process " + server.pid() + ")");
    } finally {
      postgres.stop(Duration.ofSeconds(5));
    }
  }

  @Test
  void withoutAPidFileNothingHappens() {
    new StalePostmaster(temporary).stop(line -> {});
    assertThat(temporary).isEmptyDirectory();
  }
}
