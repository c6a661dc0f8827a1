package duban.status.fold;

import duban.status.deadline.Condition;
import duban.status.deadline.Deadline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which occurrences count. All are looked at together and in the order of the days on which they
 * happened, because one that is recorded late may turn out to be the first of its term.
 */
final class Counting {

  private static final Comparator<Event> BY_DAY =
      Comparator.comparing(Event::effectiveOn).thenComparing(Event::seq);

  private final Map<UUID, String> reasons = new HashMap<>();
  private final List<LocalDate> days;

  private Counting(Deadline deadline, Collection<Event> occurrences) {
    List<Event> inOrder = occurrences.stream().sorted(BY_DAY).toList();
    Set<Condition> firstFound = new HashSet<>();
    for (Event occurrence : inOrder) {
      whyNot(deadline.conditions(), firstFound, occurrence)
          .ifPresent(why -> reasons.put(occurrence.id(), why));
    }
    days =
        inOrder.stream()
            .filter(occurrence -> !reasons.containsKey(occurrence.id()))
            .map(Event::effectiveOn)
            .toList();
  }

  static Counting of(Deadline deadline, Collection<Event> occurrences) {
    return new Counting(deadline, occurrences);
  }

  /** What does not meet the conditions for all is no occurrence, so it is no first one either. */
  private static Optional<String> whyNot(
      List<Condition> conditions, Set<Condition> firstFound, Event occurrence) {
    for (Condition condition : conditions) {
      if (condition.firstFrom() == null) {
        Optional<String> why = condition.failedBy(occurrence.given());
        if (why.isPresent()) {
          return why;
        }
      }
    }
    Optional<String> why = Optional.empty();
    for (Condition condition : conditions) {
      LocalDate from = condition.firstFrom();
      if (from != null && !occurrence.effectiveOn().isBefore(from) && firstFound.add(condition)) {
        why = why.or(() -> condition.failedBy(occurrence.given()));
      }
    }
    return why;
  }

  int total() {
    return days.size();
  }

  int until(LocalDate day) {
    return (int) days.stream().filter(counted -> !counted.isAfter(day)).count();
  }

  /** The day on which so many had happened; null while they have not. */
  @Nullable LocalDate reached(int required) {
    return required > 0 && days.size() >= required ? days.get(required - 1) : null;
  }

  @Nullable String whyNot(Event occurrence) {
    return reasons.get(occurrence.id());
  }
}
