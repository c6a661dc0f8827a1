/** What is owed and by when, and what of it is to be planned again. */
@NullMarked
package duban.notification.deadline;

import org.jspecify.annotations.NullMarked;
