package duban.catalog.obligation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.MonthDay;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many should be done by when; it causes notices, never a red light. */
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = {"count", "by"})
public record Pace(
    @Min(1) @Max(1000) int count,
    @Schema(
            implementation = String.class,
            pattern = PlainDay.FORM,
            maxLength = 7,
            examples = "--10-31")
        @NotNull
        MonthDay by) {}
