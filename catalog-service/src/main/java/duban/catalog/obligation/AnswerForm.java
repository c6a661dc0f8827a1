package duban.catalog.obligation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff answer for a unit. */
@Schema(additionalProperties = Schema.False.class)
record AnswerForm(@NotNull Boolean applies) {}
