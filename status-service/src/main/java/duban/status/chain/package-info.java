/** The record: append-only, each event chained to the one before it in its measure. */
@NullMarked
package duban.status.chain;

import org.jspecify.annotations.NullMarked;
