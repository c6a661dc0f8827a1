package duban.notification.gap;

import duban.notification.deadline.Ref;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A unit that must be told something, and for which nobody receives.
 *
 * @param id stays as long as the gap does
 * @param sentence what it is, in Chinese
 * @param english the same
 * @param waiting of how many deadlines it is to be told
 * @param nextDueOn the first of their dates that is not past; absent if all are
 */
@Schema(examples = Examples.GAP)
record Gap(
    String id,
    GapKind kind,
    String sentence,
    String english,
    Ref unit,
    int waiting,
    @Nullable LocalDate nextDueOn,
    Settle settle) {

  Gap under(String base) {
    return new Gap(id, kind, sentence, english, unit, waiting, nextDueOn, settle.under(base));
  }
}
