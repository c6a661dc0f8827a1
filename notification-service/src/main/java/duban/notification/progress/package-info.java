/** How far it is. */
@NullMarked
package duban.notification.progress;

import org.jspecify.annotations.NullMarked;
