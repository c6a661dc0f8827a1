/** Where deadlines stand, and their lights. */
@NullMarked
package duban.status.progress;

import org.jspecify.annotations.NullMarked;
