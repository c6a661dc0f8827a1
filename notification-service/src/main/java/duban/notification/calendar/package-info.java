/** Working days. */
@NullMarked
package duban.notification.calendar;

import org.jspecify.annotations.NullMarked;
