/** Figures, each measured beside its baseline in the same run. */
@NullMarked
package duban.bench;

import org.jspecify.annotations.NullMarked;
