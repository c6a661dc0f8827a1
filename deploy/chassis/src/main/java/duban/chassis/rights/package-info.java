/** Who may do what: a table, and whether a request is within it. */
@NullMarked
package duban.chassis.rights;

import org.jspecify.annotations.NullMarked;
