/** Taking events into the record, and showing them one by one. */
@NullMarked
package duban.status.event;

import org.jspecify.annotations.NullMarked;
