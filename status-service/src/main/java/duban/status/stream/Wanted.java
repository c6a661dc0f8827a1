package duban.status.stream;

import duban.status.fold.EventType;
import java.util.Optional;
import java.util.UUID;

/** What somebody wants to hear of; all that is given holds. */
record Wanted(
    Optional<Happening.Kind> event,
    Optional<EventType> type,
    Optional<String> unit,
    Optional<UUID> deadline,
    Optional<String> measure,
    Optional<String> topic,
    Optional<String> conference) {

  boolean is(Happening it) {
    return event.filter(wanted -> wanted != it.kind()).isEmpty()
        && type.filter(wanted -> !wanted.name().equals(it.type())).isEmpty()
        && unit.filter(wanted -> !it.units().contains(wanted)).isEmpty()
        && deadline.filter(wanted -> !wanted.equals(it.deadlineId())).isEmpty()
        && measure.filter(wanted -> !wanted.equals(it.measure())).isEmpty()
        && topic.filter(wanted -> !wanted.equals(it.topic())).isEmpty()
        && conference.filter(wanted -> !wanted.equals(it.conference())).isEmpty();
  }
}
