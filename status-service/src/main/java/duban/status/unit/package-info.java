/** The units, as copies: how each may be spoken to, and who forms a group. */
@NullMarked
package duban.status.unit;

import org.jspecify.annotations.NullMarked;
