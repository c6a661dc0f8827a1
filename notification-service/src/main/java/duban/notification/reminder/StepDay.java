package duban.notification.reminder;

import duban.notification.policy.Policy;
import java.time.LocalDate;

/**
 * A step of one deadline on its day.
 *
 * @param number its working days; of a PACE step the count that should be reached
 * @param on the day of the rule, always a working day; when it leaves is another matter
 */
record StepDay(Policy policy, int number, LocalDate on) {}
