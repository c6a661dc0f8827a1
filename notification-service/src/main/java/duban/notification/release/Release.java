package duban.notification.release;

import java.time.Instant;

/**
 * Whether messages may leave.
 *
 * @param reason who decided it and why, in free words
 */
public record Release(boolean released, String reason, Instant changedAt) {}
