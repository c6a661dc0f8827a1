package duban.status.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import duban.status.fold.Verdict;
import duban.status.progress.ProgressView;
import org.jspecify.annotations.Nullable;

/** What was answered when an event was recorded, kept with it so that it can be answered again. */
record Outcome(Verdict.Effect effect, @Nullable String why, ProgressView progress) {

  String json() {
    try {
      return Json.contract().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An outcome is always JSON", e);
    }
  }

  static Outcome read(String json) {
    try {
      return Json.contract().readValue(json, Outcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The kept answer is no outcome", e);
    }
  }
}
