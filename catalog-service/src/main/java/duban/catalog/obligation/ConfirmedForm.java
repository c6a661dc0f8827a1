package duban.catalog.obligation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether what was inferred is right. */
@Schema(additionalProperties = Schema.False.class)
record ConfirmedForm(@NotNull Boolean confirmed) {}
