package duban.e2e;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** More kills than {@link FaultsIT} has time for: by hand, with {@code -Dduban.kills=200}. */
@Isolated
class MoreKillsIT {

  @TempDir Path folder;

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void nothingIsLostAndNothingDoubledInAnySeason() throws Exception {
    assumeThat(Kills.ASKED_FOR).as("kills asked for").isGreaterThan(Kills.A_SEASON);
    var number = 1;
    for (int left = Kills.ASKED_FOR - Kills.A_SEASON; left > 0; left -= Kills.A_SEASON) {
      var seed = Moments.SEED + number;
      System.out.println("season " + number + " with seed " + seed);
      try (var season = Season.begin(folder.resolve("season-" + number), seed)) {
        new Kills(season).rounds(Math.min(left, Kills.A_SEASON));
        season.judge();
      }
      number++;
    }
  }
}
