package duban.catalog.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.obligation.FanOut;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Who;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Relation;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitKind;
import duban.catalog.unit.Units;
import duban.chassis.edit.Version;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is missing of units. */
final class UnitGaps {
  private final Units units;
  private final Set<String> hidden;

  /**
   * @param hidden the ids of those whose very names are not for the caller
   */
  UnitGaps(Units units, Set<String> hidden) {
    this.units = units;
    this.hidden = hidden;
  }

  /** Groups that owe something by these obligations, and have no members. */
  Stream<Gap> membersUnknown(Collection<Obligation> obligations) {
    Map<String, List<Obligation>> owing = new TreeMap<>();
    for (Obligation one : obligations) {
      one.who().responsible().stream()
          .filter(it -> !it.equals(Who.LEAD))
          .flatMap(it -> units.find(it).stream())
          .filter(it -> lacksMembers(one.who(), it) && !hidden.contains(it.id()))
          .forEach(
              it -> owing.computeIfAbsent(it.id(), id -> new java.util.ArrayList<>()).add(one));
    }
    return owing.entrySet().stream()
        .map(it -> membersUnknown(units.get(it.getKey()), it.getValue()));
  }

  private static boolean lacksMembers(Who who, Unit unit) {
    boolean each =
        who.fanOut() == FanOut.PER_DEPUTY
            ? unit.kind() != UnitKind.DEPUTY
            : who.fanOut() == FanOut.PER_UNIT && unit.kind() == UnitKind.GROUP;
    return each && unit.members().isEmpty() && unit.endedOn() == null;
  }

  private static Gap membersUnknown(Unit group, List<Obligation> owing) {
    ObjectNode body = body(group);
    example(group).ifPresent(body.putArray("members")::add);
    return new Gap(
        GapKind.MEMBERS_UNKNOWN + ":" + group.id(),
        GapKind.MEMBERS_UNKNOWN,
        group.name() + "的成员名单未提供,涉及" + owing.size() + "项任务要求,请列出成员",
        group.name()
            + " has no members that are known; "
            + Words.many(owing.size(), "obligation")
            + " laid on each of them; list them",
        owing.stream().map(Obligation::id).distinct().toList(),
        owing.stream().map(Obligation::measureId).distinct().toList(),
        group.ref(),
        "members",
        null,
        null,
        put(group, body, "members"));
  }

  /** Some unit that is there. */
  private static java.util.Optional<String> example(Unit group) {
    return Stream.concat(group.organiser().stream(), Stream.of(group.receives(), group.superior()))
        .filter(Objects::nonNull)
        .map(UnitRef::code)
        .filter(it -> !it.equals(group.code()))
        .findFirst();
  }

  /** Units that the text does not print, or not so. */
  Stream<Gap> inferred(java.util.function.Predicate<Unit> seen) {
    return units.all().stream()
        .filter(it -> it.inferred() && it.endedOn() == null && seen.test(it) && namesOnlySeen(it))
        .map(
            it ->
                new Gap(
                    GapKind.INFERRED + ":unit:" + it.id(),
                    GapKind.INFERRED,
                    "单位" + it.name() + "(" + it.code() + ")系推定,请核实",
                    "the unit "
                        + it.name()
                        + " ("
                        + it.code()
                        + ") is not printed so; confirm it, or correct it first",
                    List.of(),
                    List.of(),
                    it.ref(),
                    "inferred",
                    null,
                    null,
                    put(it, body(it))));
  }

  /**
   * Units to which nothing is ever sent, for nobody has said what may be. An area is written to in
   * no case, and of a group that has members they are.
   */
  Stream<Gap> withoutRelation(java.util.function.Predicate<Unit> seen) {
    return units.all().stream()
        .filter(it -> it.relation() == null && it.endedOn() == null && it.kind() != UnitKind.AREA)
        .filter(it -> it.kind() != UnitKind.GROUP || it.members().isEmpty())
        .filter(it -> seen.test(it) && namesOnlySeen(it))
        .map(UnitGaps::withoutRelation);
  }

  private static Gap withoutRelation(Unit unit) {
    ObjectNode body = body(unit).put("relation", likely(unit.kind()).name());
    return new Gap(
        GapKind.NO_RELATION + ":" + unit.id(),
        GapKind.NO_RELATION,
        "单位" + unit.name() + "(" + unit.code() + ")的行文关系未填,其提示和清单一律不发送,请填写",
        "the unit "
            + unit.name()
            + " ("
            + unit.code()
            + ") has no relation, so that neither a notice nor its list is sent to it; say which",
        List.of(),
        List.of(),
        unit.ref(),
        "relation",
        null,
        null,
        put(unit, body.put("inferred", unit.inferred()), "relation"));
  }

  /** Only an example: a person says which it is. */
  private static Relation likely(UnitKind kind) {
    return switch (kind) {
      case DEPUTY -> Relation.PERSON;
      case BODY -> Relation.PEER;
      case COMMITTEE -> Relation.INTERNAL;
      case AREA, DEPARTMENT, GROUP -> Relation.DEPARTMENT;
    };
  }

  /** What is put back must not leave out whom the caller does not see. */
  private boolean namesOnlySeen(Unit unit) {
    return Stream.of(
            Stream.of(unit.ref()),
            unit.members().stream(),
            unit.organiser().stream(),
            Stream.of(unit.superior(), unit.receives(), unit.successor()).filter(Objects::nonNull))
        .flatMap(it -> it)
        .noneMatch(it -> hidden.contains(it.id()));
  }

  private static Settle put(Unit unit, ObjectNode body, String... fill) {
    int version = Objects.requireNonNullElse(unit.version(), 0);
    return new Settle(
        "PUT", "units/" + Draft.segment(unit.id()), Version.etag(version), body, List.of(fill));
  }

  /** As staff would write it again, without the doubt. */
  private static ObjectNode body(Unit unit) {
    ObjectNode body =
        Draft.empty()
            .put("id", unit.id())
            .put("code", unit.code())
            .put("name", unit.name())
            .put("kind", unit.kind().name());
    Stream.of(
            Map.entry("superior", java.util.Optional.ofNullable(unit.superior())),
            Map.entry("receives", java.util.Optional.ofNullable(unit.receives())),
            Map.entry("successor", java.util.Optional.ofNullable(unit.successor())))
        .forEach(it -> it.getValue().ifPresent(ref -> body.put(it.getKey(), ref.code())));
    if (unit.relation() != null) {
      body.put("relation", unit.relation().name());
    }
    unit.organiser().stream().map(UnitRef::code).forEach(body.putArray("organiser")::add);
    unit.aliases().forEach(body.putArray("aliases")::add);
    unit.members().stream().map(UnitRef::code).forEach(body.putArray("members")::add);
    ObjectNode since = body.putObject("memberSince");
    unit.memberSince().forEach((member, day) -> since.put(member, day.toString()));
    if (unit.endedOn() != null) {
      body.put("endedOn", unit.endedOn().toString());
    }
    if (unit.place() != null) {
      body.put("place", unit.place());
    }
    return body.put("inferred", false);
  }
}
