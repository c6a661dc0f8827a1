/** Notices on their way: grouped, frozen, delivered. */
@NullMarked
package duban.notification.message;

import org.jspecify.annotations.NullMarked;
