package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How long after their moments good records were seen, by service: in the calm and in the storm.
 */
final class Delays {

  private static final Duration OF_NINETEEN_OF_TWENTY = Duration.ofSeconds(1);

  /**
   * A machine of two cores that also makes the storm stands still for some seconds now and then.
   */
  private static final Duration OF_ALL = Duration.ofSeconds(3);

  private Delays() {}

  private static Duration of(List<Duration> times, int percent) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  /** A good record is seen a second later at most, by whoever reads the topic: 19 of 20 are. */
  static void judge(Map<String, List<Duration>> calm, Map<String, List<Duration>> amid) {
    calm.forEach(
        (service, times) ->
            System.out.printf(
                "%s shows a good record after %d ms when it is calm, in the storm after %d ms, 19 of"
                    + " 20 within %d ms, all within %d ms (%d probes)%n",
                service,
                of(times, 50).toMillis(),
                of(amid.get(service), 50).toMillis(),
                of(amid.get(service), 95).toMillis(),
                of(amid.get(service), 100).toMillis(),
                amid.get(service).size()));
    calm.forEach(
        (service, times) -> {
          assertThat(amid.get(service)).hasSizeGreaterThan(100);
          assertThat(of(amid.get(service), 95).minus(of(times, 50)))
              .as("19 of 20 in " + service)
              .isLessThanOrEqualTo(OF_NINETEEN_OF_TWENTY);
          assertThat(of(amid.get(service), 100).minus(of(times, 50)))
              .as("all in " + service)
              .isLessThanOrEqualTo(OF_ALL);
        });
  }
}
