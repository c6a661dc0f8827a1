package duban.catalog.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.occasion.Occasion;
import duban.catalog.rule.EachTime;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.edit.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Occasions of this year or later of which only the year is known. */
final class OccasionGaps {
  private OccasionGaps() {}

  /**
   * @param names of types, by their ids
   * @param rules that wait for occasions: what they ask of one must be said with its day, or it
   *     would make nothing
   */
  static Stream<Gap> of(
      Collection<Occasion> occasions,
      Map<String, String> names,
      Collection<EachTime> rules,
      LocalDate today) {
    return occasions.stream()
        .filter(it -> it.date() == null && !it.cancelled() && it.year() >= today.getYear())
        .map(
            it ->
                gap(
                    it,
                    names.getOrDefault(it.type(), it.type()),
                    rules.stream()
                        .filter(rule -> rule.occasion().equals(it.type()))
                        .flatMap(rule -> Stream.ofNullable(rule.when()))
                        .filter(asked -> !it.attributes().containsKey(asked.attribute()))
                        .collect(
                            Collectors.toMap(
                                EachTime.Kept::attribute,
                                EachTime.Kept::is,
                                (one, another) -> one,
                                TreeMap::new))));
  }

  private static Gap gap(Occasion occasion, String type, Map<String, Object> asked) {
    var fill = new ArrayList<>(List.of("date"));
    asked.keySet().forEach(it -> fill.add("attributes." + it));
    String name = Objects.requireNonNullElse(occasion.name(), type);
    return new Gap(
        GapKind.OCCASION_WITHOUT_DATE + ":" + occasion.id(),
        GapKind.OCCASION_WITHOUT_DATE,
        occasion.year() + "年的" + name + "日期未定,请补录",
        "the day of " + name + " of " + occasion.year() + " is not known; enter it",
        List.of(),
        List.of(),
        occasion.unit(),
        "date",
        occasion.id(),
        occasion.year(),
        new Settle(
            "PUT",
            "occasions/" + occasion.id(),
            Version.etag(Objects.requireNonNullElse(occasion.version(), 0)),
            body(occasion, asked),
            fill));
  }

  /** As staff would write it again, with a day. */
  private static ObjectNode body(Occasion occasion, Map<String, Object> asked) {
    ObjectNode body =
        Draft.empty().put("id", occasion.id().toString()).put("type", occasion.type());
    if (occasion.name() != null) {
      body.put("name", occasion.name());
    }
    body.put("date", occasion.year() + "-12-31").put("year", occasion.year());
    if (occasion.unit() != null) {
      body.put("unit", occasion.unit().code());
    }
    var attributes = new TreeMap<String, Object>(occasion.attributes());
    attributes.putAll(asked);
    body.set("attributes", Snapshot.read(Snapshot.write(attributes), ObjectNode.class));
    occasion.lead().stream().map(UnitRef::code).forEach(body.putArray("lead")::add);
    occasion.co().stream().map(UnitRef::code).forEach(body.putArray("co")::add);
    if (occasion.follows() != null) {
      body.put("follows", occasion.follows().toString());
    }
    return body;
  }
}
