package duban.catalog.term;

/** Whose term (届): that of the district's congress, of the townships' congresses, of the party. */
public enum Level {
  DISTRICT,
  TOWNSHIP,
  PARTY
}
