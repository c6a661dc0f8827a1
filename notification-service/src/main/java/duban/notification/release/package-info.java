/** The switch that lets messages out. */
@NullMarked
package duban.notification.release;

import org.jspecify.annotations.NullMarked;
