package duban.catalog.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Who;
import duban.catalog.occasion.Occasion;
import duban.catalog.rule.EachTime;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Units;
import duban.chassis.edit.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Occasions of this year or later of which only the year is known. */
final class OccasionGaps {
  private final Map<String, String> names;
  private final List<Obligation> owed;
  private final Units units;
  private final LocalDate today;

  /**
   * @param names of types, by their ids
   * @param owed whose rules wait for occasions
   */
  OccasionGaps(
      Map<String, String> names, Collection<Obligation> owed, Units units, LocalDate today) {
    this.names = names;
    this.owed = owed.stream().filter(it -> it.rule() instanceof EachTime).toList();
    this.units = units;
    this.today = today;
  }

  Stream<Gap> of(Collection<Occasion> occasions) {
    return occasions.stream()
        .filter(it -> !it.cancelled() && it.year() >= today.getYear())
        .flatMap(it -> it.date() == null ? Stream.of(withoutDate(it)) : withoutLead(it));
  }

  /** What rules ask of an occasion must be said with its day, or it would make nothing. */
  private Gap withoutDate(Occasion occasion) {
    Map<String, Object> asked = new TreeMap<>();
    waiting(occasion)
        .flatMap(it -> Stream.ofNullable(((EachTime) it.rule()).when()))
        .filter(it -> !occasion.attributes().containsKey(it.attribute()))
        .forEach(it -> asked.putIfAbsent(it.attribute(), it.is()));
    var fill = new ArrayList<>(List.of("date"));
    asked.keySet().forEach(it -> fill.add("attributes." + it));
    ObjectNode body = body(occasion).put("date", occasion.year() + "-12-31");
    asked.forEach((attribute, is) -> body.withObject("/attributes").putPOJO(attribute, is));
    String name = name(occasion);
    return gap(
        GapKind.OCCASION_WITHOUT_DATE,
        occasion,
        occasion.year() + "年的" + name + "日期未定,请补录",
        "the day of " + name + " of " + occasion.year() + " is not known; enter it",
        waiting(occasion).filter(Obligation::makesDeadlines).toList(),
        "date",
        body,
        fill);
  }

  /** Where rules leave it to the occasion who owes it, and it names nobody. */
  private Stream<Gap> withoutLead(Occasion occasion) {
    List<Obligation> left =
        waiting(occasion)
            .filter(it -> it.makesDeadlines() && it.who().responsible().contains(Who.LEAD))
            .filter(it -> ((EachTime) it.rule()).isMeant(occasion))
            .toList();
    if (left.isEmpty() || !occasion.lead().isEmpty()) {
      return Stream.of();
    }
    ObjectNode body = body(occasion).put("date", String.valueOf(occasion.date()));
    body.putArray("lead").add(left.get(0).who().supervisor());
    String name = name(occasion);
    return Stream.of(
        gap(
            GapKind.NO_RESPONSIBLE_UNIT,
            occasion,
            occasion.date() + "的" + name + "未写明由谁承办,请指定",
            name + " of " + occasion.date() + " names nobody who handles it; name one",
            left,
            "lead",
            body,
            List.of("lead")));
  }

  private Stream<Obligation> waiting(Occasion occasion) {
    return owed.stream()
        .filter(it -> ((EachTime) it.rule()).occasion().equals(occasion.type()))
        .filter(it -> !((EachTime) it.rule()).ofSameUnit() || isOf(it.who(), occasion.unit()));
  }

  /** Whether somebody who owes it is the unit, or of its place. */
  private boolean isOf(Who who, @Nullable UnitRef unit) {
    if (unit == null || who.responsible().contains(Who.LEAD)) {
      return true;
    }
    String place = units.get(unit.id()).place();
    return Owing.of(who, units, today).stream()
        .anyMatch(
            it -> it.equals(unit.id()) || (place != null && place.equals(units.get(it).place())));
  }

  private String name(Occasion occasion) {
    String type = names.getOrDefault(occasion.type(), occasion.type());
    String name = Objects.requireNonNullElse(occasion.name(), type);
    return occasion.unit() == null ? name : name + "(" + occasion.unit().name() + ")";
  }

  private static Gap gap(
      GapKind kind,
      Occasion occasion,
      String sentence,
      String english,
      List<Obligation> of,
      String field,
      ObjectNode body,
      List<String> fill) {
    return new Gap(
        kind + ":" + occasion.id(),
        kind,
        sentence,
        english,
        of.stream().map(Obligation::id).toList(),
        of.stream().map(Obligation::measureId).distinct().toList(),
        occasion.unit(),
        field,
        occasion.id(),
        occasion.year(),
        new Settle(
            "PUT",
            "occasions/" + occasion.id(),
            Version.etag(Objects.requireNonNullElse(occasion.version(), 0)),
            body,
            fill));
  }

  /** As staff would write it again. */
  private static ObjectNode body(Occasion occasion) {
    ObjectNode body =
        Draft.empty().put("id", occasion.id().toString()).put("type", occasion.type());
    if (occasion.name() != null) {
      body.put("name", occasion.name());
    }
    body.put("year", occasion.year());
    if (occasion.unit() != null) {
      body.put("unit", occasion.unit().code());
    }
    body.set("attributes", Snapshot.read(Snapshot.write(occasion.attributes()), ObjectNode.class));
    occasion.lead().stream().map(UnitRef::code).forEach(body.putArray("lead")::add);
    occasion.co().stream().map(UnitRef::code).forEach(body.putArray("co")::add);
    if (occasion.follows() != null) {
      body.put("follows", occasion.follows().toString());
    }
    return body;
  }
}
