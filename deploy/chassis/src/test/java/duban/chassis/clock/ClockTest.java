package duban.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.chassis.TestDatabase;
import duban.chassis.backbone.Backbone;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class ClockTest {

  @Inject AgroalDataSource datasource;
  @Inject TestDatabase database;

  private BusinessClock clock(Duration offset) {
    return new BusinessClock(datasource, offset);
  }

  private void start(Duration offset) {
    new ClockGuard(clock(offset), datasource).check(new StartupEvent());
  }

  @AfterEach
  void forget() {
    database.run("DELETE FROM moment");
  }

  @Test
  void businessTimeIsTheDatabasesPlusTheOffset() {
    var year = Duration.ofDays(365);
    var between = Duration.between(clock(Duration.ZERO).now(), clock(year).now());
    assertThat(between).isBetween(year, year.plusMinutes(1));
  }

  @Test
  void aStartBeforeTheNewestRecordedMomentIsRefused() {
    database.run("INSERT INTO moment VALUES (now() + interval '3 days')");
    assertThatThrownBy(() -> start(Duration.ofDays(2)))
        .hasMessageContaining("start at a later time");
    assertThatCode(() -> start(Duration.ofDays(4))).doesNotThrowAnyException();
  }
}
