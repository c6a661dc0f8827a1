/** The processes of a local Duban: started, watched, started again, stopped. */
@NullMarked
package duban.local.part;

import org.jspecify.annotations.NullMarked;
