/** The steps in which a duty is reminded of. */
@NullMarked
package duban.notification.policy;

import org.jspecify.annotations.NullMarked;
