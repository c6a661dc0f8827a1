/** The units, as copies: how each may be spoken to. */
@NullMarked
package duban.status.unit;

import org.jspecify.annotations.NullMarked;
