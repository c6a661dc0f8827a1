/** The own topics as a whole: sent again when Kafka lost them, taken back when the database did. */
@NullMarked
package duban.status.topic;

import org.jspecify.annotations.NullMarked;
