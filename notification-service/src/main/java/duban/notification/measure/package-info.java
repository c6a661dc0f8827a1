/** The measures, for the words that a reminder rests on. */
@NullMarked
package duban.notification.measure;

import org.jspecify.annotations.NullMarked;
