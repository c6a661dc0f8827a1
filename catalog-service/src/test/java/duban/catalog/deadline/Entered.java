package duban.catalog.deadline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.importing.Shipped;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Obligation;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionType;
import duban.catalog.rule.EachTime;
import duban.catalog.rule.OneOff;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What staff would enter and decide of the shipped catalogue: a little of everything. */
final class Entered {
  private static final LocalDate ON = LocalDate.of(2027, 3, 10);
  private static final LocalDate ENTERED_ON = LocalDate.of(2027, 1, 4);

  private Entered() {}

  /** The undated ones that the service makes of yearly types. */
  static List<Occasion> expected() {
    return Shipped.occasionTypes().values().stream()
        .filter(OccasionType::yearly)
        .flatMap(
            type ->
                IntStream.rangeClosed(2026, 2028)
                    .mapToObj(
                        year ->
                            occasion(
                                type.id(),
                                null,
                                year,
                                Map.of(),
                                null,
                                LocalDate.of(year - 1, 1, 1))))
        .toList();
  }

  /** Each type once, with all that rules ask of it; rules of a type ask for nothing contrary. */
  static List<Occasion> occasions(List<Obligation> obligations) {
    Map<String, Map<String, Object>> asked = new TreeMap<>();
    for (Obligation one : obligations) {
      if (one.rule() instanceof EachTime rule) {
        var attributes = asked.computeIfAbsent(rule.occasion(), it -> new TreeMap<>());
        if (rule.when() != null) {
          attributes.put(rule.when().attribute(), rule.when().is());
        }
      }
    }
    return asked.entrySet().stream()
        .map(it -> occasion(it.getKey(), ON, ON.getYear(), it.getValue(), null, ENTERED_ON))
        .toList();
  }

  private static Occasion occasion(
      String type,
      @Nullable LocalDate date,
      int year,
      Map<String, Object> attributes,
      @Nullable UnitRef unit,
      LocalDate enteredOn) {
    List<UnitRef> lead = date == null ? List.of() : List.of(ref("QZF-BM-01"));
    List<UnitRef> co = date == null ? List.of() : List.of(ref("QZF-BM-02"));
    return new Occasion(
        UUID.nameUUIDFromBytes((type + year + attributes).getBytes(StandardCharsets.UTF_8)),
        type,
        null,
        date,
        year,
        unit,
        attributes,
        lead,
        co,
        null,
        false,
        enteredOn,
        null);
  }

  private static UnitRef ref(String code) {
    return Shipped.units().get(code).ref();
  }

  /** Of earlier conferences all is pursued; what is owed once is owed by the middle of 2027. */
  static List<Obligation> decided(List<Obligation> obligations) {
    return obligations.stream().map(Entered::decided).toList();
  }

  private static Obligation decided(Obligation one) {
    ObjectNode body = Snapshot.read(Snapshot.write(one), ObjectNode.class);
    if (one.history() == History.TO_DECIDE) {
      body.put("history", "PURSUED").put("inForceFrom", "2027-01-01");
    }
    if (one.rule() instanceof OneOff once && once.due() == null) {
      body.withObject("/rule").put("due", "2027-06-30");
    }
    return Snapshot.read(body.toString(), Obligation.class);
  }

  /** Listed only, or asked of each unit first. */
  static boolean hasReasonForNone(Obligation one) {
    return !one.strength().makesDeadlines()
        || one.history() == History.DONE
        || one.history() == History.LAPSED
        || one.who().responsible().isEmpty()
        || one.who().appliesWhen() != null;
  }
}
