package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.rule.RuleKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who owes it, to whom. All are codes of units.
 *
 * @param responsible also {@code @lead}: whom the occasion names; empty: a gap, until somebody is
 *     named
 * @param coHandlers also {@code @co}: whom the occasion names beside
 * @param remindTo absent: RESPONSIBLE
 * @param appliesWhen a question that staff answer for each unit; it is owed where they say yes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    extensions =
        @Extension(
            name = "x-refers-to",
            value = "responsible coHandlers organiser addressee supervisor remindTo"))
public record Who(
    @Size(max = 100) List<@NotBlank @Size(max = 60) String> responsible,
    @Size(max = 100) List<@NotBlank @Size(max = 60) String> coHandlers,
    @Size(max = 60) @Nullable String organiser,
    @Size(max = 60) @Nullable String addressee,
    @NotBlank @Size(max = 60) String supervisor,
    @Size(max = 60) @Nullable String remindTo,
    @NotNull FanOut fanOut,
    @Size(max = 200) @Nullable String appliesWhen) {
  /** Whom the occasion names to lead. */
  public static final String LEAD = "@lead";

  /** Whom the occasion names beside. */
  public static final String CO = "@co";

  private static final List<String> OF_OCCASION = List.of(LEAD, CO);
  private static final List<String> NO_UNIT = List.of("RESPONSIBLE", "ORGANISER", "NONE");

  public Who {
    responsible = Objects.requireNonNullElse(responsible, List.of());
    coHandlers = Objects.requireNonNullElse(coHandlers, List.of());
  }

  /**
   * With its units named otherwise.
   *
   * @param name of a field and the unit that it names
   */
  Who naming(BinaryOperator<String> name) {
    return new Who(
        named("responsible", responsible, name),
        named("coHandlers", coHandlers, name),
        organiser == null ? null : name.apply("who.organiser", organiser),
        addressee == null ? null : name.apply("who.addressee", addressee),
        name.apply("who.supervisor", supervisor),
        remindTo == null || NO_UNIT.contains(remindTo)
            ? remindTo
            : name.apply("who.remindTo", remindTo),
        fanOut,
        appliesWhen);
  }

  private static List<String> named(String list, List<String> units, BinaryOperator<String> name) {
    return IntStream.range(0, units.size())
        .mapToObj(
            i ->
                OF_OCCASION.contains(units.get(i))
                    ? units.get(i)
                    : name.apply("who." + list + "[" + i + "]", units.get(i)))
        .toList();
  }

  /** For whom these units, by their ids, do not handle it too. */
  Who without(Set<String> units) {
    return new Who(
        responsible,
        coHandlers.stream().filter(it -> !units.contains(it)).toList(),
        organiser,
        addressee,
        supervisor,
        remindTo,
        fanOut,
        appliesWhen);
  }

  Optional<String> complaint(RuleKind kind) {
    if (fanOut == null) {
      return Optional.of("who.fanOut is missing, but must be JOINT, PER_UNIT or PER_DEPUTY");
    }
    if (supervisor == null) {
      return Optional.of("who.supervisor is missing, but somebody must watch over it");
    }
    if (appliesWhen != null && appliesWhen.isBlank()) {
      return Optional.of("who.appliesWhen is blank, but must be a question of yes or no");
    }
    if (appliesWhen != null && responsible.contains(LEAD)) {
      return Optional.of(
          "who.appliesWhen is asked of units beforehand, but whom an occasion names is known only"
              + " then: leave it out, or name the units");
    }
    boolean named = responsible.contains(LEAD) || coHandlers.contains(CO);
    return named && kind != RuleKind.EACH_TIME
        ? Optional.of("who names units of the occasion, but a rule of kind " + kind + " has none")
        : Optional.empty();
  }
}
