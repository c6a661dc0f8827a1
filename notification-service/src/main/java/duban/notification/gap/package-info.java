/** Units that nobody reaches. */
@NullMarked
package duban.notification.gap;

import org.jspecify.annotations.NullMarked;
