/** Which step of which deadline is told to whom, when, and why. */
@NullMarked
package duban.notification.reminder;

import org.jspecify.annotations.NullMarked;
