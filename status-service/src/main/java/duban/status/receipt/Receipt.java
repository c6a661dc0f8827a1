package duban.status.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.chassis.json.Json;
import duban.status.deadline.Ref;
import duban.status.event.Signing.Signed;
import duban.status.fold.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered when a list was signed for, kept so that it can be answered again.
 *
 * @param by the code of the unit whose people signed, or entered it for the one that did
 * @param deadlines all in the list that are the unit's own
 */
record Receipt(
    UUID id,
    UUID list,
    int year,
    Ref unit,
    LocalDate effectiveOn,
    @Nullable String by,
    List<Line> deadlines) {

  /**
   * One of them.
   *
   * @param state where it stood then; absent if it was not heard of yet
   * @param why it was not signed for
   */
  record Line(
      UUID deadlineId,
      boolean signed,
      @Nullable State state,
      @Nullable String stateName,
      @Nullable String why) {

    static Line of(Signed one) {
      State state = one.state();
      return new Line(
          one.deadlineId(), one.signed(), state, state == null ? null : state.chinese(), one.why());
    }
  }

  String json() {
    try {
      return Json.contract().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A receipt is always JSON", e);
    }
  }

  static Receipt read(String json) {
    try {
      return Json.contract().readValue(json, Receipt.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The kept answer is no receipt", e);
    }
  }
}
