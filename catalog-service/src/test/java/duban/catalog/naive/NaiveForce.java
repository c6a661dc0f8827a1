package duban.catalog.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether an obligation is alive, and in which periods. */
final class NaiveForce {
  private final JsonNode obligations;

  NaiveForce(JsonNode catalogue) {
    obligations = catalogue.path("obligations");
  }

  /** Whether it makes anything at all. */
  boolean alive(JsonNode obligation) {
    var strength = obligation.path("strength").asText();
    var history = obligation.path("history").asText("");
    var keptUp = history.equals("KEPT_UP");
    var oneOff = obligation.path("rule").path("kind").asText().equals("ONE_OFF");
    return !strength.equals("MAY")
        && !strength.equals("AIM")
        && !history.equals("TO_DECIDE")
        && !history.equals("DONE")
        && !history.equals("LAPSED")
        && !(keptUp && oneOff)
        && !replaced(obligation, "PROPOSED", null);
  }

  /** Whether a confirmed successor has taken over what begins on the day. */
  boolean takenOver(JsonNode obligation, LocalDate begins) {
    return replaced(obligation, "CONFIRMED", begins);
  }

  private boolean replaced(JsonNode earlier, String status, @Nullable LocalDate begins) {
    for (var later : obligations) {
      for (var link : later.path("links")) {
        if (link.path("type").asText().equals("REPLACES")
            && link.path("to").asText().equals(earlier.path("id").asText())
            && link.path("status").asText().equals(status)
            && (begins == null || !begins.isBefore(from(later)))) {
          return true;
        }
      }
    }
    return false;
  }

  boolean owed(JsonNode obligation, NaivePeriod period, boolean term) {
    var from = from(obligation);
    if (term && period.first().isBefore(from) && period.holds(from)) {
      return !from.plusYears(1).isAfter(period.last());
    }
    return holds(obligation, period.first());
  }

  /** Whether the day is not before its beginning and not after its end. */
  boolean holds(JsonNode obligation, LocalDate day) {
    var to = obligation.path("inForceTo");
    return !day.isBefore(from(obligation))
        && !(to.isTextual() && day.isAfter(LocalDate.parse(to.asText())));
  }

  static LocalDate from(JsonNode obligation) {
    return LocalDate.parse(obligation.path("inForceFrom").asText());
  }
}
