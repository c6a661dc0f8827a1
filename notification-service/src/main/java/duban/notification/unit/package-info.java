/** Who can be responsible, and who receives for them. */
@NullMarked
package duban.notification.unit;

import org.jspecify.annotations.NullMarked;
