package duban.catalog.edit;

import duban.catalog.snapshot.Sha256;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What clients asked for when they made a thing, however often it was changed since. */
@ApplicationScoped
class Creations {
  private static final String REMEMBER =
      "INSERT INTO creation (thing, id, asked_sha256) VALUES (?, ?, ?)";
  private static final String SAME =
      "SELECT id, 1, asked_sha256 FROM creation WHERE thing = ? AND id = ? AND asked_sha256 = ?";

  /** What is never changed once it is there. */
  private static final Set<String> FIXED = Set.of("conference", "topic", "sending");

  private final SnapshotStore snapshots;

  Creations(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  void remember(Creation what) {
    snapshots.run(REMEMBER, what.thing(), what.id(), sha256(what));
  }

  void expectSame(Creation what) {
    if (snapshots.rows(SAME, what.thing(), what.id(), sha256(what)).isEmpty()) {
      throw taken(what);
    }
  }

  /** The id is another's, of whom no more is told. */
  static RuntimeException taken(Creation what) {
    return Problems.conflict(
        what.thing() + "-conflict",
        "id is '"
            + what.id()
            + "', which another "
            + what.thing()
            + " has; give another id"
            + (FIXED.contains(what.thing()) ? "" : ", or change that one by PUT"));
  }

  private static String sha256(Creation what) {
    return Sha256.hex(Snapshot.write(what.asked()).getBytes(StandardCharsets.UTF_8));
  }
}
