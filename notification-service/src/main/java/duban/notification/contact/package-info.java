/** Who receives for which unit, and where. */
@NullMarked
package duban.notification.contact;

import org.jspecify.annotations.NullMarked;
