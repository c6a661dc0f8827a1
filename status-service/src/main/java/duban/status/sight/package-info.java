/** What of the record a caller may see, and what a caller may add to it. */
@NullMarked
package duban.status.sight;

import org.jspecify.annotations.NullMarked;
