/** When nothing could be sent. */
@NullMarked
package duban.notification.stop;

import org.jspecify.annotations.NullMarked;
