/**
 * What happens to deadlines by time alone: they are assigned when their windows open, and tallies
 * are closed.
 */
@NullMarked
package duban.status.opening;

import org.jspecify.annotations.NullMarked;
