package duban.catalog.gap;

/** What is missing, so that only a person can say how it should be. */
enum GapKind {
  /** Nobody owes it. */
  NO_RESPONSIBLE_UNIT,
  /** A group owes it of which nobody has named the members, or deputies whom nobody has listed. */
  MEMBERS_UNKNOWN,
  /** Nobody has said how a unit stands to the office that supervises, so nothing is sent to it. */
  NO_RELATION,
  /** Something is not printed and nobody has confirmed it: a field, a unit, the days of a term. */
  INFERRED,
  /** What is quoted does not stand in the measure. */
  QUOTE_NOT_PRINTED,
  /** Nobody has said whether it applies to a unit. */
  UNANSWERED,
  /** Whether it replaces or narrows an earlier one is to be decided. */
  LINK_PROPOSED,
  /** What became of what an earlier conference laid down is to be said. */
  TO_DECIDE,
  /** It is owed once, and nobody has set the day. */
  NO_DATE,
  /** A yearly occasion of which only the year is known. */
  OCCASION_WITHOUT_DATE,
  /** The State Council's notice of the year is not loaded. */
  NO_CALENDAR
}
