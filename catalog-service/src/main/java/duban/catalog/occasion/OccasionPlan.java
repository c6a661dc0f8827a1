package duban.catalog.occasion;

import duban.catalog.edit.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Occasions that are planned together, such as those of a year. */
@Schema(additionalProperties = Schema.False.class)
record OccasionPlan(
    @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid OccasionForm> occasions) {

  /** What is answered: all of them as they stand. */
  record Planned(List<Occasion> occasions) {}

  void expectApart() {
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < occasions.size(); i++) {
      UUID id = occasions.get(i).id();
      if (!ids.add(id)) {
        throw new Refused(
            "invalid-occasion",
            "occasions[%d].id".formatted(i),
            "occasions[%d].id is %s a second time".formatted(i, id));
      }
    }
  }

  /** A list in which they stand. */
  String where() {
    var years =
        occasions.stream()
            .mapToInt(
                it ->
                    it.date() == null
                        ? Objects.requireNonNullElse(it.year(), 0)
                        : it.date().getYear())
            .summaryStatistics();
    return "occasions?from=%s&to=%s&limit=500"
        .formatted(LocalDate.of(years.getMin(), 1, 1), LocalDate.of(years.getMax(), 12, 31));
  }
}
