/** Snapshots of other services, kept as they came, applied only if newer. */
@NullMarked
package duban.notification.copy;

import org.jspecify.annotations.NullMarked;
