package duban.catalog.obligation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff decide of a link. */
@Schema(additionalProperties = Schema.False.class)
record LinkForm(@NotNull Link.Type type, @NotNull Link.Status status) {}
