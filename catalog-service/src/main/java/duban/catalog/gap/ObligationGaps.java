package duban.catalog.gap;

import duban.catalog.measure.Measure;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Inferred;
import duban.catalog.obligation.Link;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Who;
import duban.catalog.rule.OneOff;
import duban.catalog.rule.RuleKind;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is missing of obligations. Of those that are done with, nothing is. */
final class ObligationGaps {
  private final Set<String> seen;
  private final Map<String, Measure> measures;
  private final Units units;
  private final LocalDate today;

  /**
   * @param seen the ids of the obligations that the caller sees
   * @param measures those that he may read, by their ids
   */
  ObligationGaps(
      Collection<String> seen, Map<String, Measure> measures, Units units, LocalDate today) {
    this.seen = Set.copyOf(seen);
    this.measures = measures;
    this.units = units;
    this.today = today;
  }

  /** Whether anything may still be owed by it, or said about it. */
  static boolean lasts(Obligation one, LocalDate today) {
    boolean done = one.history() == History.DONE || one.history() == History.LAPSED;
    return !done && (one.inForceTo() == null || !one.inForceTo().isBefore(today));
  }

  /**
   * @param unanswered units of which nobody has said whether it applies to them
   */
  Stream<Gap> of(Draft draft, List<UnitRef> unanswered) {
    return Stream.of(
            responsible(draft),
            draft.obligation().inferred().stream()
                .filter(it -> !Boolean.TRUE.equals(it.confirmed()))
                .map(it -> inferred(draft, it)),
            Stream.ofNullable(measures.get(draft.obligation().measureId()))
                .flatMap(it -> Misquoted.of(draft, it)),
            unanswered.stream().map(it -> unanswered(draft, it)),
            draft.obligation().links().stream()
                .filter(it -> it.status() == Link.Status.PROPOSED && seen.contains(it.to()))
                .map(it -> proposed(draft, it)),
            history(draft),
            date(draft))
        .flatMap(it -> it);
  }

  private Stream<Gap> responsible(Draft draft) {
    Obligation one = draft.obligation();
    if (one.who().responsible().stream().anyMatch(this::isThere)) {
      return Stream.of();
    }
    var body = draft.body();
    body.withObject("/who").putArray("responsible").add(one.who().supervisor());
    return Stream.of(
        draft.gap(
            GapKind.NO_RESPONSIBLE_UNIT,
            "",
            null,
            "who.responsible",
            "没有责任单位(未写明或已撤销),请指定",
            "has no responsible unit, or only such as have ended; name one",
            draft.whole(body, "who.responsible", "who.fanOut")));
  }

  /** Also one that is done with pauses what it is proposed to replace until somebody decides. */
  Stream<Gap> pausing(Draft draft) {
    return draft.obligation().links().stream()
        .filter(it -> it.replaces(Link.Status.PROPOSED) && seen.contains(it.to()))
        .map(it -> proposed(draft, it));
  }

  /**
   * Who has ended without a successor owes nothing any more; whom an occasion names is its matter.
   */
  private boolean isThere(String unit) {
    return unit.equals(Who.LEAD)
        || units.find(unit).flatMap(it -> units.standing(it, today)).isPresent();
  }

  private static Gap inferred(Draft draft, Inferred field) {
    return draft.gap(
        GapKind.INFERRED,
        field.field(),
        null,
        field.field(),
        "的 " + field.field() + " 原文未写,系推定(" + field.why() + "),请确认",
        "has a field that is not printed, "
            + field.field()
            + " ("
            + field.why()
            + "); confirm it, or correct it first",
        draft.part(
            "inferred/" + Draft.segment(field.field()), Draft.empty().put("confirmed", true)));
  }

  private static Gap unanswered(Draft draft, UnitRef unit) {
    String question = String.valueOf(draft.obligation().who().appliesWhen());
    return draft.gap(
        GapKind.UNANSWERED,
        unit.id(),
        unit,
        null,
        "是否适用于" + unit.name() + "尚未答复:" + question,
        "asks of " + unit.name() + ", and nobody has answered: " + question,
        draft.first(
            "applicability/" + Draft.segment(unit.code()),
            Draft.empty().put("applies", true),
            "applies"));
  }

  private static Gap proposed(Draft draft, Link link) {
    String does =
        switch (link.type()) {
          case REPLACES -> "取代";
          case NARROWS -> "收窄";
          case DETAILS -> "细化";
          case REAFFIRMS -> "重申";
        };
    return draft.gap(
        GapKind.LINK_PROPOSED,
        link.to(),
        null,
        "links",
        "是否" + does + " " + link.to() + ",请认定",
        "is proposed to be one that " + link.type() + " " + link.to() + "; confirm or reject it",
        draft.part(
            "links/" + Draft.segment(link.to()),
            Draft.empty().put("type", link.type().name()).put("status", "CONFIRMED"),
            "status"));
  }

  private static Stream<Gap> history(Draft draft) {
    Obligation one = draft.obligation();
    if (one.history() != History.TO_DECIDE) {
      return Stream.of();
    }
    String example = one.rule().kind() == RuleKind.STANDING ? "KEPT_UP" : "DONE";
    return Stream.of(
        draft.gap(
            GapKind.TO_DECIDE,
            "",
            null,
            "history",
            "待认定:已落实、长期坚持、已失效(写明理由)或继续督办",
            "is of an earlier conference; say whether it was done, is kept up, lapsed (and why), or"
                + " is pursued (and by when)",
            draft.part("history", Draft.empty().put("history", example), "history")));
  }

  private Stream<Gap> date(Draft draft) {
    Obligation one = draft.obligation();
    if (!one.makesDeadlines() || !(one.rule() instanceof OneOff once) || once.due() != null) {
      return Stream.of();
    }
    var body = draft.body();
    LocalDate begins = one.inForceFrom() == null ? today : one.inForceFrom();
    LocalDate example = begins.isAfter(today) ? begins : today;
    body.withObject("/rule").put("due", example.withMonth(12).withDayOfMonth(31).toString());
    return Stream.of(
        draft.gap(
            GapKind.NO_DATE,
            "",
            null,
            "rule.due",
            "须办一次而未定日期,请定",
            "is owed once, and its date is not set; set it",
            draft.whole(body, "rule.due")));
  }
}
