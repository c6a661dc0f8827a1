/** The deadlines, as copies: what is owed, of whom, by when. */
@NullMarked
package duban.status.deadline;

import org.jspecify.annotations.NullMarked;
