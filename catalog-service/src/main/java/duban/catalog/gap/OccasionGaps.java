package duban.catalog.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.occasion.Occasion;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.edit.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Occasions of this year or later of which only the year is known. */
final class OccasionGaps {
  private OccasionGaps() {}

  /**
   * @param names of types, by their ids
   */
  static Stream<Gap> of(
      Collection<Occasion> occasions, Map<String, String> names, LocalDate today) {
    return occasions.stream()
        .filter(it -> it.date() == null && !it.cancelled() && it.year() >= today.getYear())
        .map(it -> gap(it, names.getOrDefault(it.type(), it.type())));
  }

  private static Gap gap(Occasion occasion, String type) {
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
            body(occasion),
            List.of("date")));
  }

  /** As staff would write it again, with a day. */
  private static ObjectNode body(Occasion occasion) {
    ObjectNode body =
        Draft.empty().put("id", occasion.id().toString()).put("type", occasion.type());
    if (occasion.name() != null) {
      body.put("name", occasion.name());
    }
    body.put("date", occasion.year() + "-12-31").put("year", occasion.year());
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
