package duban.chassis.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** One bucket a key, filled again within a minute; whoever was long away has a full one. */
final class Buckets {

  /** More callers than these share the fate of a restart: the one longest away is forgotten. */
  private static final int MOST = 100_000;

  private static final Duration REFILL = Duration.ofMinutes(1);

  private final int capacity;
  private final Cache<String, Bucket> byKey =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REFILL.multipliedBy(2)).build();

  /**
   * @param aMinute how many at once, and how many come back in a minute; 0 has no limit
   */
  Buckets(int aMinute) {
    this.capacity = aMinute;
  }

  /** Takes one; returns 0, or the seconds until there is one again. */
  long take(String key) {
    if (capacity == 0) {
      return 0;
    }
    var probe = of(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
  }

  /** Takes none; returns 0, or the seconds until there is one again. */
  long look(String key) {
    if (capacity == 0 || byKey.getIfPresent(key) == null) {
      return 0;
    }
    var probe = of(key).estimateAbilityToConsume(1);
    return probe.canBeConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
  }

  private Bucket of(String key) {
    return byKey.get(
        key,
        it ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, REFILL))
                .build());
  }

  private static long seconds(long nanos) {
    return Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
  }
}
