package duban.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemnantsTest {
  @TempDir Path folder;

  @Test
  void aProcessOfTheLastStartIsWaitedFor() throws Exception {
    Process last = new ProcessBuilder("sleep", "0.5").start();
    new Remnants(folder).note("status", last.toHandle());
    List<String> said = new ArrayList<>();
    new Remnants(folder).end(said::add);
    assertThat(last.isAlive()).isFalse();
    assertThat(said)
        .containsExactly(
            "waiting for status of the last start to end (process " + last.pid() + ")");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aProcessThatHasTheSameNumberByChanceIsLeftAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Instant anotherStart = Instant.parse("2026-01-01T00:00:00Z");
      Files.writeString(folder.resolve("status"), stranger.pid() + "\n" + anotherStart + "\n");
      Files.writeString(folder.resolve("kafka"), "12");
      new Remnants(folder).end(line -> {});
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
