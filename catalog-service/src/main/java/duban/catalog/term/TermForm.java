package duban.catalog.term;

import duban.chassis.edit.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A term as staff write it.
 *
 * @param from the first session of the congress
 * @param to the last day before the next congress's first
 */
@Schema(additionalProperties = Schema.False.class)
record TermForm(
    @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 60) String id,
    @NotNull Level level,
    @Size(max = 60) @Nullable String name,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @Nullable Boolean inferred) {

  Term term() {
    return new Term(id, level, name, from, to, Boolean.TRUE.equals(inferred), null);
  }
}
