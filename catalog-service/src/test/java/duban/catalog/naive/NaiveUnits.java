package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** On whom a duty is laid in a period, and who owes it now. */
final class NaiveUnits {
  private final Map<String, JsonNode> units = new HashMap<>();
  private final Set<String> yes = new LinkedHashSet<>();

  NaiveUnits(JsonNode catalogue) {
    catalogue.path("units").forEach(it -> units.put(it.path("code").asText(), it));
    for (var answer : catalogue.path("answers")) {
      if (answer.path("applies").asBoolean()) {
        yes.add(answer.path("obligation").asText() + "|" + answer.path("unit").asText());
      }
    }
  }

  /**
   * A unit that owes a duty.
   *
   * @param on the unit that the rule means, of which the id is made
   * @param owing the unit on which it lies in the period: itself, or its successor if it had ended
   * @param numbers whether it says numbers of deputies whom nobody listed
   */
  record Laid(String on, String owing, boolean numbers) {}

  /**
   * On whom the duty is laid in a period that begins on the day. Who has no successor drops out.
   *
   * @param occasion absent where no occasion makes it
   */
  List<Laid> laidOn(JsonNode obligation, LocalDate day, JsonNode occasion) {
    var meant = meant(obligation.path("who"), day, occasion);
    var byOwing = new LinkedHashMap<String, Laid>();
    // The successor's own duty comes first: what is merged with it adds nothing.
    for (var merged : new boolean[] {false, true}) {
      meant.forEach(
          (unit, numbers) -> {
            var owing = standingOn(unit, day);
            if (owing != null && merged != owing.equals(unit)) {
              byOwing.putIfAbsent(owing, new Laid(unit, owing, numbers));
            }
          });
    }
    return byOwing.values().stream()
        .filter(it -> answered(obligation, it.on()) && now(it.owing()) != null)
        .toList();
  }

  /** The units that the rule means, and which of them say numbers. */
  private Map<String, Boolean> meant(JsonNode who, LocalDate day, JsonNode occasion) {
    var named = new ArrayList<String>();
    for (var it : texts(who.path("responsible"))) {
      named.addAll(it.equals("@lead") ? texts(occasion.path("lead")) : List.of(it));
    }
    var fanOut = who.path("fanOut").asText();
    var meant = new LinkedHashMap<String, Boolean>();
    if (fanOut.equals("JOINT")) {
      named.stream().limit(1).forEach(it -> meant.put(it, false));
      return meant;
    }
    for (var unit : named) {
      var numbers = fanOut.equals("PER_DEPUTY") && unknown(unit);
      for (var asked : numbers ? organisers(who, unit) : List.of(unit)) {
        each(asked, day).forEach(it -> meant.putIfAbsent(it, numbers));
      }
    }
    return meant;
  }

  /** Who answers for deputies whom nobody has listed. */
  private List<String> organisers(JsonNode who, String group) {
    if (who.hasNonNull("organiser")) {
      return List.of(who.path("organiser").asText());
    }
    var ofGroup = texts(unit(group).path("organiser"));
    return ofGroup.isEmpty() ? List.of(group) : ofGroup;
  }

  private boolean unknown(String unit) {
    return isGroup(unit) && unit(unit).path("members").isEmpty();
  }

  private boolean isGroup(String unit) {
    return unit(unit).path("kind").asText().equals("GROUP");
  }

  private List<String> each(String unit, LocalDate day) {
    if (!isGroup(unit) || unknown(unit)) {
      return List.of(unit);
    }
    var since = unit(unit).path("memberSince");
    return texts(unit(unit).path("members")).stream()
        .filter(it -> !since.has(it) || !day.isBefore(date(since.path(it))))
        .toList();
  }

  private boolean answered(JsonNode obligation, String unit) {
    return !obligation.path("who").hasNonNull("appliesWhen")
        || yes.contains(obligation.path("id").asText() + "|" + unit);
  }

  /** Who owes in a period that begins on the day: the successor of what ended before. */
  @Nullable String standingOn(String unit, LocalDate day) {
    var code = unit;
    while (ended(code) && !day.isBefore(date(unit(code).path("endedOn")))) {
      if (!unit(code).hasNonNull("successor")) {
        return null;
      }
      code = unit(code).path("successor").asText();
    }
    return code;
  }

  /** Who stands for the unit now. */
  @Nullable String now(String unit) {
    var code = unit;
    while (ended(code)) {
      if (!unit(code).hasNonNull("successor")) {
        return null;
      }
      code = unit(code).path("successor").asText();
    }
    return code;
  }

  /** The unit and all above it. */
  Set<String> above(String unit) {
    var above = new LinkedHashSet<String>();
    for (var code = unit; above.add(code) && unit(code).hasNonNull("superior"); ) {
      code = unit(code).path("superior").asText();
    }
    return above;
  }

  boolean samePlace(String unit, String other) {
    var place = unit(unit).path("place");
    return unit.equals(other)
        || place.isTextual() && place.asText().equals(unit(other).path("place").asText());
  }

  private boolean ended(String unit) {
    return unit(unit).hasNonNull("endedOn");
  }

  private JsonNode unit(String code) {
    return units.getOrDefault(code, MissingNode.getInstance());
  }

  private static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.asText());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
