/** The rules: what the events of a deadline come to. Plain Java, without a clock. */
@NullMarked
package duban.status.fold;

import org.jspecify.annotations.NullMarked;
