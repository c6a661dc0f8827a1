package duban.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptOffsetTest {
  private static final Instant REAL = Instant.parse("2026-11-25T01:29:00.123456Z");

  @TempDir Path temporary;
  private KeptOffset kept;

  @BeforeEach
  void kept() {
    kept = new KeptOffset(temporary.resolve("clock"));
  }

  @Test
  void withoutATimeAndWithoutAPastItIsRealTime() {
    assertThat(kept.choose(Optional.empty(), REAL)).isEqualTo(Duration.ZERO);
  }

  @Test
  void aGivenTimeIsReadAsBeijingTime() {
    Duration offset = kept.choose(asked("2027-10-25T09:29"), REAL);
    assertThat(Duration.between(Instant.parse("2027-10-25T01:29:00Z"), REAL.plus(offset)).abs())
        .isLessThan(Duration.ofMillis(1));
  }

  @Test
  void theClockRunsOnWhileNothingRuns() {
    Duration offset = kept.choose(asked("2027-10-25T09:29"), REAL);
    kept.keep(offset);
    Instant threeDaysLater = REAL.plus(Duration.ofDays(3));
    Duration later = kept.choose(Optional.empty(), threeDaysLater);
    assertThat(BeijingTime.of(threeDaysLater.plus(later)))
        .isBetween(
            LocalDateTime.parse("2027-10-28T09:28:59"), LocalDateTime.parse("2027-10-28T09:29:00"));
  }

  @Test
  void aTimeGivenAgainReplacesTheKeptOne() {
    kept.keep(kept.choose(asked("2027-10-25T09:29"), REAL));
    kept.keep(kept.choose(asked("2027-11-01T09:29"), REAL));
    assertThat(BeijingTime.of(REAL.plus(kept.choose(Optional.empty(), REAL))))
        .isAfter(LocalDateTime.parse("2027-11-01T09:28:58"));
  }

  @Test
  void aTimeOfAWrongFormIsRefusedWithTheRightOne() {
    for (String wrong : new String[] {"25.10.2027", "2027-10-25", "2027-02-30T09:00", "soon", ""}) {
      assertThatThrownBy(() -> BeijingTime.parse(wrong))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("\"" + wrong + "\"")
          .hasMessageContaining("-Dduban.now=2027-10-25T09:29");
    }
  }

  @Test
  void aSpoiltFileIsRefusedAndNotTakenForNoOffset() throws IOException {
    Files.writeString(temporary.resolve("clock"), "P1");
    assertThatThrownBy(() -> kept.choose(Optional.empty(), REAL)).isInstanceOf(Refusal.class);
  }

  private static Optional<LocalDateTime> asked(String text) {
    return Optional.of(BeijingTime.parse(text));
  }
}
