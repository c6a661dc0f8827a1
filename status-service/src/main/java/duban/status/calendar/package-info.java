/** The working calendars, as copies. */
@NullMarked
package duban.status.calendar;

import org.jspecify.annotations.NullMarked;
