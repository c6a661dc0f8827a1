package duban.catalog.rule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One named point of a rule.
 *
 * @param actor the code of the unit that acts, where it is not the responsible one
 * @param completes the type of the event that completes it
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "actor"))
public record Checkpoint(
    @NotBlank @Size(max = 40) String name,
    @Schema(
            implementation = String.class,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--10-31")
        @Nullable DayInPeriod opens,
    @Schema(
            implementation = String.class,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--10-31")
        @NotNull
        DayInPeriod due,
    @Size(max = 60) @Nullable String actor,
    @NotNull
        @Pattern(regexp = "^[A-Z][A-Z_]*$", message = "must be a type of events, such as CHECKED")
        @Size(max = 40)
        String completes) {

  /** The facts that change no state by themselves: any other event settles more than a point. */
  private static final Set<String> FACTS =
      Set.of(
          "PLAN_HEARD",
          "PROGRESS_REPORTED",
          "CHECKED",
          "REVIEWED_AT_MEETING",
          "COUNTED",
          "EVIDENCE_ADDED");

  Optional<String> complaint(Recurrence recurrence) {
    if (completes != null && !FACTS.contains(completes)) {
      return Optional.of(
          "%s.completes is %s, which completes no checkpoint; give one of %s"
              .formatted(name, completes, String.join(", ", new TreeSet<>(FACTS))));
    }
    return recurrence
        .complaint(name + ".opens", opens)
        .or(() -> recurrence.complaint(name + ".due", due))
        .or(
            () ->
                recurrence.inOrder(opens, due)
                    ? Optional.empty()
                    : Optional.of(name + " is due before it opens"));
  }

  /** {@code at} is where it stands. */
  Checkpoint naming(String at, BinaryOperator<String> unit) {
    var named = actor == null ? null : unit.apply(at + ".actor", actor);
    return new Checkpoint(name, opens, due, named, completes);
  }
}
