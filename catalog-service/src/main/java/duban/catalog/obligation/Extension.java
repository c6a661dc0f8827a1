package duban.catalog.obligation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import duban.catalog.rule.SpanReader;
import duban.catalog.rule.Written;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By how much, and how often, the date may be put off with approval. */
@Schema(additionalProperties = Schema.False.class)
public record Extension(
    @Schema(type = SchemaType.STRING, pattern = Written.LENGTH, maxLength = 20, examples = "P15D")
        @JsonDeserialize(using = SpanReader.class)
        @NotNull
        Period max,
    @Min(1) @Max(100) @Nullable Integer times) {}
