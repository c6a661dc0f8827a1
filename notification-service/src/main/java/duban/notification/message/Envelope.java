package duban.notification.message;

import java.util.UUID;

/**
 * A frozen message under a lease.
 *
 * @param token of this claim: a later claim has a higher one
 * @param repeat an earlier attempt may have arrived
 */
record Envelope(
    UUID id,
    long token,
    boolean repeat,
    int attempts,
    String messageId,
    String address,
    String subject,
    String text,
    String html) {}
