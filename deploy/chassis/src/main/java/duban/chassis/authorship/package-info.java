/** Who wrote what: kept for good, the names erasable. */
@NullMarked
package duban.chassis.authorship;

import org.jspecify.annotations.NullMarked;
