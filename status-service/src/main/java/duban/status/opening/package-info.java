/** Assigns deadlines when their windows open. */
@NullMarked
package duban.status.opening;

import org.jspecify.annotations.NullMarked;
