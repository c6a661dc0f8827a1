/** Yearly lists that units were sent, and that they sign for once. */
@NullMarked
package duban.status.receipt;

import org.jspecify.annotations.NullMarked;
