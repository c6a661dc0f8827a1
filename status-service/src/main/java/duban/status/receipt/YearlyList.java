package duban.status.receipt;

import duban.status.deadline.Ref;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A unit's list of a year as the catalog sent it: only what this service uses. */
record YearlyList(
    UUID id,
    long version,
    int year,
    Ref unit,
    LocalDate sentOn,
    @Nullable Ref sentBy,
    List<Item> items) {

  record Item(List<Day> dates) {}

  record Day(@Nullable UUID deadlineId) {}

  /** A deadline of the unit's own, in a list. */
  record Listed(UUID list, UUID deadline, LocalDate sentOn) {}

  boolean whole() {
    return version > 0
        && unit != null
        && items != null
        && Stream.of(id, sentOn, unit.id()).allMatch(Objects::nonNull);
  }

  Stream<Listed> listed() {
    return items.stream()
        .flatMap(it -> it.dates() == null ? Stream.empty() : it.dates().stream())
        .flatMap(it -> Stream.ofNullable(it.deadlineId()))
        .distinct()
        .map(it -> new Listed(id, it, sentOn));
  }
}
