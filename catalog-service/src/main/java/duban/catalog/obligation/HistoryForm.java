package duban.catalog.obligation;

import duban.catalog.edit.Refused;
import duban.catalog.rule.OneOff;
import duban.catalog.rule.Rule;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff say once of what an earlier conference laid down.
 *
 * @param reason why it lapsed
 * @param due of a one-off duty that is pursued: by when
 * @param inForceFrom absent: as it was; of a one-off duty that is pursued: today
 */
@Schema(additionalProperties = Schema.False.class)
record HistoryForm(
    @NotNull History history,
    @Size(max = 500) @Nullable String reason,
    @Nullable LocalDate due,
    @Nullable LocalDate inForceFrom) {

  Obligation of(Obligation was, LocalDate today) {
    boolean pursuedOnce = history == History.PURSUED && was.rule() instanceof OneOff;
    if (due != null && !pursuedOnce) {
      throw new Refused(
          "invalid-obligation", "due", "due says by when a one-off duty is pursued; leave it out");
    }
    if (pursuedOnce && due == null && ((OneOff) was.rule()).due() == null) {
      throw new Refused(
          "invalid-obligation", "due", "due is missing; say by when the duty is pursued");
    }
    Rule rule = due == null ? was.rule() : ((OneOff) was.rule()).by(due);
    LocalDate from = inForceFrom != null ? inForceFrom : pursuedOnce ? today : was.inForceFrom();
    return was.decided(history, reason, rule, from);
  }
}
