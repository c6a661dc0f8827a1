package duban.notification.stop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time in which nothing could be sent. */
public record Stop(Instant from, Instant to, Why why) {

  private static final Duration ONE_STOP_TO_PEOPLE = Duration.ofMinutes(2);

  /** What stopped it, the plainest first. */
  public enum Why {
    DOWN,
    NOT_RELEASED,
    STALE
  }

  /** Stops that follow one another (a start, then waiting for news) are one to people. */
  static List<Stop> joined(List<Stop> byBeginning) {
    var joined = new ArrayList<Stop>();
    for (var stop : byBeginning) {
      var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && !stop.from().isAfter(last.to().plus(ONE_STOP_TO_PEOPLE))) {
        joined.set(joined.size() - 1, last.with(stop));
      } else {
        joined.add(stop);
      }
    }
    return List.copyOf(joined);
  }

  private Stop with(Stop next) {
    var end = next.to().isAfter(to) ? next.to() : to;
    return new Stop(from, end, why.compareTo(next.why()) <= 0 ? why : next.why());
  }
}
