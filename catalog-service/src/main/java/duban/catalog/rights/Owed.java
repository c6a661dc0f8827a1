package duban.catalog.rights;

/**
 * Reasons to see what is owed: obligations, which name responsible units and groups, and deadlines,
 * each of one unit. {@code %s} are ids of units, in parentheses.
 */
enum Owed {
  OBLIGATIONS(
      "id in (select o.obligationId from ObligationUnit o where o.unitId in %s or o.unitId in"
          + " (select g.groupId from UnitMember g where g.memberId in %s))",
      "id not in (select o.obligationId from ObligationUnit o, TextOnlyUnit t"
          + " where t.unitId = o.unitId)"
          + " and id not in (select a.obligationId from TextOnlyActing a)"),
  DEADLINES(
      "unitId in %s",
      "unitId not in (select t.unitId from TextOnlyUnit t)"
          + " and obligationId not in (select a.obligationId from TextOnlyActing a)");

  /** It is the matter of a unit to whose id {@code own} is bound. */
  static final String CONCERNED = "function('jsonb_exists_any', concerned, :own) = true";

  static final String SUPERVISED = "supervisorId in %s";

  private static final String OF_DOCUMENTS =
      "measureId in (select m.id from Measure m, Document d where d.id = m.documentId and %s)";
  private static final String NAMES_NOBODY =
      "not exists (select 1 from Person p where function('jsonb_exists', concerned, p.unitId) ="
          + " true)";

  private final String responsible;
  private final String notTextOnly;

  Owed(String responsible, String notTextOnly) {
    this.responsible = responsible;
    this.notTextOnly = notTextOnly;
  }

  /** The units own the document. */
  String ofOwners() {
    return OF_DOCUMENTS.replace("%s", "d.ownerId in %s");
  }

  /** One of the units is responsible. */
  String ofResponsible() {
    return responsible;
  }

  /** The units supervise one that lies {@code within}. */
  String supervisedWithin() {
    return SUPERVISED
        + " and "
        + responsible.replace(
            "%s", "(select w.id from Unit w where array_contains(:within, w.code))");
  }

  /** Anybody may see it. */
  String published() {
    return OF_DOCUMENTS.replace("%s", "d.openness = 'OPEN'")
        + " and "
        + notTextOnly
        + " and "
        + NAMES_NOBODY;
  }
}
