/** The whole of Duban on one machine, started by one command and stopped by Ctrl-C. */
@NullMarked
package duban.local;

import org.jspecify.annotations.NullMarked;
