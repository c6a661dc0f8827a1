package duban.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duban.local.preflight.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {
  @TempDir Path temporary;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Remnants remnants;

  @BeforeEach
  void remnants() throws IOException {
    remnants = new Remnants(Files.createDirectory(temporary.resolve("run")));
  }

  @Test
  void aPartThatIsKilledIsStartedAgainAndOneThatIsStoppedIsNot() {
    Supervised part = new Supervised(new ShellPart("exec sleep 60"), remnants, said::add);
    part.start();
    long first = part.pid();
    ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
    await().atMost(Duration.ofSeconds(10)).until(() -> said.contains("sleeper is ready again"));
    long second = part.pid();
    assertThat(second).isNotEqualTo(first);
    assertThat(said).anyMatch(line -> line.startsWith("sleeper ended; starting it again in 1 s"));

    part.stop(Duration.ofSeconds(5));
    assertThat(ProcessHandle.of(second).stream()).allMatch(Ending::over);
    assertThat(part.state()).isEqualTo(Supervised.State.STOPPED);
  }

  @Test
  void aPartThatIsHaltedStaysDownUntilItMayGoOn() {
    Supervised part = new Supervised(new ShellPart("exec sleep 60"), remnants, said::add);
    part.start();
    long first = part.pid();
    part.halt(Duration.ofSeconds(5));
    await().atMost(Duration.ofSeconds(10)).until(() -> part.state() == Supervised.State.STOPPED);
    assertThat(ProcessHandle.of(first).stream()).allMatch(Ending::over);
    assertThat(part.pid()).isEqualTo(first);

    part.resume();
    await().atMost(Duration.ofSeconds(10)).until(() -> part.state() == Supervised.State.READY);
    assertThat(part.pid()).isNotEqualTo(first);
    part.stop(Duration.ofSeconds(5));
  }

  @Test
  void whatIsStartingIsSaidBeforeItIsLaunchedAndItsSuccessInTheSameColumn() {
    List<String> saidAtLaunch = new CopyOnWriteArrayList<>();
    Part sleeper =
        new ShellPart("exec sleep 60") {
          @Override
          public ProcessHandle launch() {
            saidAtLaunch.addAll(said);
            return super.launch();
          }
        };
    Supervised part = new Supervised(sleeper, remnants, said::add);
    part.start();
    part.stop(Duration.ofSeconds(5));
    assertThat(saidAtLaunch).containsExactly("sleeper                starting …");
    assertThat(said).hasSize(2).last().asString().startsWith("sleeper                ready after");
  }

  @Test
  void aPartThatDoesNotComeUpIsNamedWithTheEndOfItsLog() {
    Part failing = new ShellPart("echo no room for me; exit 3");
    Supervised part = new Supervised(failing, remnants, said::add);
    assertThatThrownBy(part::start)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("sleeper ended while it was starting")
        .hasMessageContaining("no room for me");
  }

  @Test
  void aPartThatDoesNotEndInTimeIsEndedByForce() {
    Part deaf = new ShellPart("trap '' TERM; while true; do sleep 0.1; done");
    Supervised part = new Supervised(deaf, remnants, said::add);
    part.start();
    long pid = part.pid();
    part.stop(Duration.ofMillis(300));
    assertThat(ProcessHandle.of(pid).stream()).allMatch(Ending::over);
  }

  /** A process that is ready as long as it lives for a moment. */
  private class ShellPart implements Part {
    private final String command;
    private Process process;

    ShellPart(String command) {
      this.command = command;
    }

    @Override
    public String name() {
      return "sleeper";
    }

    @Override
    public String title() {
      return "sleeper";
    }

    @Override
    public int port() {
      return 1;
    }

    @Override
    public Path log() {
      return temporary.resolve("sleeper.log");
    }

    @Override
    public ProcessHandle launch() {
      try {
        process = new ProcessBuilder("sh", "-c", command).redirectOutput(log().toFile()).start();
        return process.toHandle();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean ready() {
      return process.isAlive() && process.info().totalCpuDuration().isPresent() && settled();
    }

    /** Old enough that a command which fails at once has failed. */
    private boolean settled() {
      return !Ending.awaited(process.toHandle(), Duration.ofMillis(200));
    }

    @Override
    public void stop(Duration patience) {
      Ending.orderly(process.toHandle(), patience);
    }
  }
}
