package duban.catalog.importing;

import duban.catalog.snapshot.SnapshotStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What staff have written, however long ago: a catalogue must not say otherwise over it. */
@ApplicationScoped
class StaffWritten {
  private static final String WRITTEN =
      "SELECT id, 1, thing FROM authorship UNION SELECT id, 1, thing FROM creation";

  private final SnapshotStore store;

  StaffWritten(SnapshotStore store) {
    this.store = store;
  }

  private record One(String thing, String id) {
    // A UUID is the same in capitals.
    static One of(String thing, String id) {
      return new One(thing, id.toLowerCase(Locale.ROOT));
    }
  }

  /** Answers for a kind of thing, in the singular, and the id of one. */
  BiPredicate<String, String> now() {
    Set<One> all =
        store.rows(WRITTEN).stream()
            .map(it -> One.of(it.json(), it.id()))
            .collect(Collectors.toSet());
    return (thing, id) -> all.contains(One.of(thing, id));
  }
}
