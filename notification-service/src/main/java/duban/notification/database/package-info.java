/** Plain SQL, joined to the running transaction. */
@NullMarked
package duban.notification.database;

import org.jspecify.annotations.NullMarked;
