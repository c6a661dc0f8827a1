package duban.notification.unit;

import org.jspecify.annotations.Nullable;

/**
 * 行文关系: how a unit stands to the supervising one, which decides whether it may be told anything.
 */
public enum Relation {
  SUPERIOR(false),
  OWN(true),
  INTERNAL(true),
  PEER(true),
  DEPARTMENT(true),
  GUIDED(true),
  PARTY(false),
  PERSON(false),
  /** None stated, or one of a newer release. */
  UNKNOWN(false);

  private final boolean told;

  Relation(boolean told) {
    this.told = told;
  }

  /** Whether notices may go to it directly. */
  public boolean told() {
    return told;
  }

  /** Whether the party's own office deals with it, and tells it what there is to tell. */
  public boolean ofTheParty() {
    return this == SUPERIOR || this == PARTY;
  }

  /** Whether staff of the supervising office take its matters further when nothing helped. */
  public boolean furtherByStaff() {
    return !ofTheParty() && this != PERSON;
  }

  static Relation named(@Nullable String name) {
    for (var relation : values()) {
      if (relation.name().equals(name)) {
        return relation;
      }
    }
    return UNKNOWN;
  }
}
