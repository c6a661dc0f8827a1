package duban.notification.reminder;

import duban.notification.policy.PolicyStep;
import java.time.LocalDate;

/**
 * A step of one deadline on its day.
 *
 * @param policy the id of the policy that it is a step of
 * @param number by which its reminders are told apart: its working days, of a span a month as 30,
 *     of a PACE step the count that should be reached
 * @param on the day of the rule, always a working day; when it leaves is another matter
 */
record StepDay(String policy, PolicyStep rule, int number, LocalDate on) {}
