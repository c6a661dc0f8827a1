package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
 * @param remindTo absent: RESPONSIBLE
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    extensions =
        @Extension(
            name = "x-refers-to",
            value = "responsible coHandlers organiser addressee supervisor remindTo"))
public record Who(
    @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 60) String> responsible,
    @Size(max = 100) List<@NotBlank @Size(max = 60) String> coHandlers,
    @Size(max = 60) @Nullable String organiser,
    @Size(max = 60) @Nullable String addressee,
    @NotBlank @Size(max = 60) String supervisor,
    @Size(max = 60) @Nullable String remindTo,
    @NotNull FanOut fanOut) {
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
        fanOut);
  }

  private static List<String> named(String list, List<String> units, BinaryOperator<String> name) {
    return IntStream.range(0, units.size())
        .mapToObj(i -> name.apply("who." + list + "[" + i + "]", units.get(i)))
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
        fanOut);
  }

  Optional<String> complaint() {
    if (fanOut == null) {
      return Optional.of("who.fanOut is missing, but must be JOINT or PER_UNIT");
    }
    if (fanOut == FanOut.PER_DEPUTY) {
      return Optional.of("who.fanOut is PER_DEPUTY, but only JOINT and PER_UNIT are known so far");
    }
    if (responsible.isEmpty()) {
      return Optional.of("who.responsible is empty, but needs at least one unit");
    }
    if (fanOut == FanOut.JOINT && responsible.size() > 1) {
      return Optional.of("who.responsible names several units, but JOINT takes one so far");
    }
    if (supervisor == null) {
      return Optional.of("who.supervisor is missing, but somebody must watch over it");
    }
    return Optional.empty();
  }
}
