package duban.catalog.edit;

import duban.chassis.calendar.CalendarYear;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the deadlines again after what they are made of has changed. */
public interface Consequences {

  /**
   * In the running transaction.
   *
   * @param of what has changed: ids of obligations, units or terms' levels or types of occasions,
   *     as the cause says; empty: anything may have
   * @param confirmed whether deadlines may be withdrawn to which something happened; otherwise a
   *     problem {@code confirmation-needed} names them
   */
  DeadlineChanges make(Cause cause, Set<String> of, boolean confirmed);

  /** Where anything may have changed. */
  default DeadlineChanges make(Cause cause, boolean confirmed) {
    return make(cause, Set.of(), confirmed);
  }

  /**
   * The same where the calendar of a year has changed, or the days of a unit in it.
   *
   * @param before as it was; absent if nothing was known of the year
   */
  DeadlineChanges make(int year, @Nullable CalendarYear before, boolean confirmed);
}
