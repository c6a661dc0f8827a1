package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who owes it, to whom. All are codes of units.
 *
 * @param remindTo absent: RESPONSIBLE
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Who(
    List<String> responsible,
    List<String> coHandlers,
    @Nullable String organiser,
    @Nullable String addressee,
    @Nullable String supervisor,
    @Nullable String remindTo,
    FanOut fanOut) {

  public Who {
    responsible = Objects.requireNonNullElse(responsible, List.of());
    coHandlers = Objects.requireNonNullElse(coHandlers, List.of());
  }

  /** Every code that must be that of a unit. */
  Stream<String> codes() {
    return Stream.of(
            responsible.stream(),
            coHandlers.stream(),
            Stream.ofNullable(organiser),
            Stream.ofNullable(addressee),
            Stream.ofNullable(supervisor),
            Optional.ofNullable(remindTo)
                .filter(to -> !List.of("RESPONSIBLE", "ORGANISER", "NONE").contains(to))
                .stream())
        .flatMap(codes -> codes);
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
