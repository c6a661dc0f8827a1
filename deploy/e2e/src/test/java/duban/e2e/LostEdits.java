package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What staff had changed in a service since the backup to which it was put back. That is lost, as
 * operations.md says, but nobody is left with it: everybody learns what stands again, as something
 * newer than what he knew. Then staff say it once more.
 */
final class LostEdits {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Season season;
  private final String service;
  private final Map<Thing, Staff.Told> backup;
  private final Map<Thing, Staff.Told> lost;
  private final Map<String, Long> published;

  /**
   * Before it is restored.
   *
   * @param backup what was acknowledged when the backup was taken
   */
  LostEdits(Season season, String service, Map<Thing, Staff.Told> backup) throws IOException {
    this.season = season;
    this.service = service;
    this.backup = backup;
    this.lost = season.staff().told();
    this.published = published();
    lost.forEach(
        (thing, told) -> {
          if (of(thing)) {
            assertThat(told.version()).as(thing.id()).isGreaterThan(backup.get(thing).version());
          }
        });
  }

  /** Ids of what cannot be as it was before. */
  Set<String> touched() {
    var touched = new HashSet<String>();
    if (service.equals("catalog")) {
      touched.addAll(Set.of(Thing.UNIT.id(), Thing.OBLIGATION.id()));
      touched.addAll(published.keySet());
    }
    return touched;
  }

  /** What stands is what stood when the backup was taken, and all the world knows. */
  void goneBack() throws Exception {
    if (service.equals("catalog")) {
      // It answers while it still reads what lies beyond the backup.
      await("the catalog has read back what it said of the unit")
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> version(Thing.UNIT) > lost.get(Thing.UNIT).version());
    }
    var now = season.staff().told();
    for (var thing : Thing.values()) {
      if (of(thing)) {
        var present = season.exposed().whole().get(thing.path());
        assertThat(thing.shown(present.body())).as(thing.id()).isEqualTo(backup.get(thing).value());
        // Of the unit Kafka knew what came later; of the others nobody but the backup knows.
        assertThat(present.version())
            .as(thing.id())
            .isGreaterThanOrEqualTo(backup.get(thing).version());
        now.put(thing, new Staff.Told(present.version(), backup.get(thing).value()));
      }
    }
    oracle().check(now);
    if (service.equals("catalog")) {
      goneOn(published);
    }
  }

  /** Staff go through it. */
  void repeated() throws Exception {
    var told = published();
    for (var thing : Thing.values()) {
      if (of(thing)) {
        assertThat(season.staff().repeat(thing).value()).isEqualTo(lost.get(thing).value());
      }
    }
    oracle().check(season.staff());
    if (service.equals("catalog")) {
      goneOn(told);
      new OrderOracle(season.exposed()).check(Set.of("duban.units", "duban.deadlines"));
    }
  }

  /** Each deadline has a newer version on Kafka than then. */
  private void goneOn(Map<String, Long> then) throws IOException {
    published().forEach((id, version) -> assertThat(version).as(id).isGreaterThan(then.get(id)));
  }

  private Map<String, Long> published() throws IOException {
    return oracle().deadlines().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().path("version").asLong()));
  }

  private long version(Thing thing) throws IOException, InterruptedException {
    return season.exposed().whole().get(thing.path()).version();
  }

  private boolean of(Thing thing) {
    return thing.service().equals(service);
  }

  private EditOracle oracle() {
    return new EditOracle(season.exposed());
  }
}
