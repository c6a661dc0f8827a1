/** What other services say, version by version. */
@NullMarked
package duban.status.snapshot;

import org.jspecify.annotations.NullMarked;
