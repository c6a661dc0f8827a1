package duban.status.receipt;

import duban.chassis.problem.Problems;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a unit signs for its list (签收).
 *
 * @param id the client's own; the same request with it again gets the first answer
 * @param list the id of the list that was sent
 * @param effectiveOn the day on which it signed, in Beijing; absent: today
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "list"))
record ReceiptForm(
    @Schema(required = true) @Nullable UUID id,
    @Schema(required = true) @Nullable UUID list,
    @Nullable LocalDate effectiveOn) {

  UUID given() {
    return must(id, "id", "a UUID that you made for this receipt");
  }

  UUID listed() {
    return must(list, "list", "the id of the list that was sent");
  }

  private static UUID must(@Nullable UUID value, String field, String right) {
    if (value == null) {
      throw Problems.badRequest("missing-field", field + " is missing; give " + right, field);
    }
    return value;
  }
}
