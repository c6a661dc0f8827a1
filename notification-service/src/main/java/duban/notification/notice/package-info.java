/** The words of a notice. */
@NullMarked
package duban.notification.notice;

import org.jspecify.annotations.NullMarked;
