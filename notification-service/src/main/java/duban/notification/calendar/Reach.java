package duban.notification.calendar;

import duban.chassis.calendar.WorkingCalendar;

/**
 * When a recipient can be told something.
 *
 * @param working the days on which he is at work
 * @param sending those of them on which something is sent to him
 */
public record Reach(WorkingCalendar working, WorkingCalendar sending) {}
