package duban.catalog.unit;

/** 行文关系: how the supervising unit stands to it, and so what may be sent to it. */
public enum Relation {
  SUPERIOR,
  OWN,
  INTERNAL,
  PEER,
  DEPARTMENT,
  GUIDED,
  PARTY,
  PERSON
}
