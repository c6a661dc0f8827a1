package duban.catalog.unit;

/** What sort of unit it is. */
public enum UnitKind {
  AREA,
  BODY,
  DEPARTMENT,
  COMMITTEE,
  GROUP,
  DEPUTY
}
