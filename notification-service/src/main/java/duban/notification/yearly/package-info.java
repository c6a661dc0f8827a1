/** The yearly lists as they were sent, and what others are told of that. */
@NullMarked
package duban.notification.yearly;

import org.jspecify.annotations.NullMarked;
