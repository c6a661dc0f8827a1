package duban.chassis.start;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What is recorded under a moved clock is false for good. */
@Singleton
class MovedClock implements Check {

  private static final String OFFSET = "duban.clock.offset";

  @Override
  public String name() {
    return "moved-clock";
  }

  @Override
  public Optional<String> finding(Config settings) {
    return settings
        .getOptionalValue(OFFSET, Duration.class)
        .filter(it -> !it.isZero())
        .map(
            it ->
                OFFSET
                    + " is "
                    + it
                    + "; only a demonstration may move the clock: remove it, or set"
                    + " duban.demonstration=true");
  }
}
