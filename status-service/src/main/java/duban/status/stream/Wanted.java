package duban.status.stream;

import duban.status.event.EventFilter;
import duban.status.listing.Scope;
import java.util.Optional;
import java.util.function.Predicate;

/** What somebody wants to hear of; all that is given holds. */
record Wanted(
    Optional<Happening.Kind> event,
    Predicate<EventFilter.Subject> happened,
    Predicate<Scope.Subject> whose,
    Predicate<Happening.Concerned> seen) {

  boolean is(Happening it) {
    return event.filter(wanted -> wanted != it.kind()).isEmpty()
        && happened.test(it.happened())
        && whose.test(it.whose())
        && seen.test(it.concerned());
  }
}
