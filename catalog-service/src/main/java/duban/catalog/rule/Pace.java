package duban.catalog.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many should be done by when; it causes notices, never a red light. */
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"count", "by"})
public record Pace(
    @Min(1) @Max(1000) int count,
    @Schema(
            implementation = String.class,
            type = SchemaType.STRING,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--10-31")
        @NotNull
        DayInPeriod by) {

  DatedPace dated(DutyPeriod period, Setting setting) {
    return new DatedPace(count, setting.rolled(by.in(period), Roll.PREVIOUS));
  }
}
