/**
 * What happens, as it happens, to everyone who listens: server-sent events, read from the topics by
 * each replica for itself.
 */
@NullMarked
package duban.status.stream;

import org.jspecify.annotations.NullMarked;
