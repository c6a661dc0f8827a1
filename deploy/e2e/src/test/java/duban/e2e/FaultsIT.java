package duban.e2e;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Faults on one running Duban, one after the other, while front ends write and the notices of a
 * morning leave; and a judge who knows only what was acknowledged.
 */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

  @TempDir static Path folder;
  private Season season;
  private Backups backups;

  @BeforeAll
  void start() throws Exception {
    season = Season.begin(folder, Moments.SEED);
  }

  @AfterAll
  void stop() throws IOException {
    if (season != null) {
      season.close();
    }
  }

  @Test
  @Order(1)
  void everyPartIsKilledAgainAndAgain() throws Exception {
    new Kills(season).rounds(Math.min(Kills.A_SEASON, Kills.ASKED_FOR));
  }

  @Test
  @Order(2)
  void whatIsAwayReturnsAndEverythingGoesOnByItself() throws Exception {
    backups = new Backups(season.exposed().whole(), season.staff());
    for (var service : List.of("catalog", "status", "notification")) {
      backups.take(service);
    }
    // Whose connections were cut reads back from Kafka before it takes a write again: not while
    // that is away.
    season.recovery().within(System.nanoTime(), "connections that the backups cut");
    new Absences(season).run();
  }

  @Test
  @Order(3)
  void aSecondProcessOfEachJoinsAndTheFirstSleepsAndTheSecondLeaves() throws Exception {
    new Replicas(season).run();
  }

  @Test
  @Order(4)
  void aFullDiskLosesNothing() throws Exception {
    assumeThat(season.exposed().disk().refusal()).as("no tmpfs could be mounted").isEmpty();
    new FullDisk(season).run();
  }

  @Test
  @Order(5)
  void nothingIsLostAndNothingDoubled() throws Exception {
    season.judge();
  }

  @Test
  @Order(6)
  void copiesThatAreThrownAwayAreReadAgain() throws Exception {
    new Losses(season).copies();
  }

  @Test
  @Order(7)
  void aDatabaseFromABackupGoesOnWhereItWas() throws Exception {
    new Losses(season).databases(backups);
  }

  @Test
  @Order(8)
  void everythingThatLayInKafkaIsSentAgain() throws Exception {
    new Losses(season).kafka();
  }

  @Test
  @Order(9)
  void aStormOfGarbageDelaysNobodyAndEachBadRecordIsCounted() throws Exception {
    season.load().end(); // a front end that waits its turn behind it says nothing about the storm
    try (var storm = new Storm(season.exposed().whole(), season.deadline())) {
      storm.poison();
      var calm = storm.calm();
      var amid = storm.amid();
      for (var service : List.of("catalog", "status", "notification")) {
        await("bad records that " + service + " has counted")
            .atMost(Duration.ofMinutes(2))
            .until(() -> storm.deadLetters(service), it -> it == Storm.bad(service));
      }
      Delays.judge(calm, amid);
    }
  }
}
