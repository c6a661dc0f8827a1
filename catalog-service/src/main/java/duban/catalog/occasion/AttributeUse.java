package duban.catalog.occasion;

import duban.catalog.edit.Refused;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.SnapshotStore;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps attributes and types of occasions from becoming others where something relies on them. */
@ApplicationScoped
class AttributeUse {
  private static final String TYPES =
      "SELECT id, version, id FROM occasion_type WHERE jsonb_exists(body->'attributes', ?) ORDER BY id";
  private static final String OBLIGATIONS =
      """
      SELECT id, version, id FROM obligation
      WHERE jsonb_path_exists(body, '$.rule.**.attribute ? (@ == $name)',
                              jsonb_build_object('name', ?::text))
      """;

  private static final String WAITING =
      """
      SELECT id, version, body->'rule'->'when'->>'attribute' FROM obligation
      WHERE body->'rule'->>'kind' = 'EACH_TIME' AND body->'rule'->>'occasion' = ?
        AND jsonb_exists(body->'rule', 'when') ORDER BY id
      """;

  private static final String FALLING_BACK =
      """
      SELECT id, version, body->'rule'->>'fallbackDue' FROM obligation
      WHERE body->'rule'->>'kind' = 'EACH_TIME' AND body->'rule'->>'occasion' = ?
        AND jsonb_exists(body->'rule', 'fallbackDue') ORDER BY id
      """;

  private final SnapshotStore store;

  AttributeUse(SnapshotStore store) {
    this.store = store;
  }

  /** Throws Refused if an obligation waits for occasions of the type by what it no longer has. */
  void expectAskedStays(OccasionType type) {
    for (Snapshot waiting : store.rows(WAITING, type.id())) {
      if (!type.attributes().contains(waiting.json())) {
        throw new Refused(
            "invalid-occasion-type",
            "attributes",
            "attributes have no '%s', by which obligation %s is kept to some of these occasions; change its rule.when first"
                .formatted(waiting.json(), waiting.id()));
      }
    }
  }

  /** Throws Refused if an obligation has a date for occasions that have none any more without. */
  void expectUndatedStay(OccasionType type) {
    if (type.alwaysDated()) {
      store.rows(FALLING_BACK, type.id()).stream()
          .findFirst()
          .ifPresent(
              it -> {
                throw new Refused(
                    "invalid-occasion-type",
                    "yearly is false, but obligation %s is due on %s while an occasion has no date; take its rule.fallbackDue out first"
                        .formatted(it.id(), it.json()));
              });
    }
  }

  /** Throws Refused if occasion types record it, or obligations ask for it. */
  void expectNone(AttributeEntity before, ValueType wanted) {
    String name = before.name;
    var types = store.rows(TYPES, name).stream().map(it -> it.id()).toList();
    int obligations = store.rows(OBLIGATIONS, name).size();
    if (types.isEmpty() && obligations == 0) {
      return;
    }
    throw new Refused(
        "attribute-in-use",
        "type",
        "type is %s, but %s stays %s while something relies on it (types of occasions: %s; obligations: %d); make another attribute"
            .formatted(
                wanted,
                name,
                before.type,
                types.isEmpty() ? "none" : String.join(", ", types),
                obligations));
  }
}
