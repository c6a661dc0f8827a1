/** One address in front of everything, and its start page. */
@NullMarked
package duban.local.origin;

import org.jspecify.annotations.NullMarked;
