/** Timelines. */
@NullMarked
package duban.status.history;

import org.jspecify.annotations.NullMarked;
