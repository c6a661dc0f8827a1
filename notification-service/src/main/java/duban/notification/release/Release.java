package duban.notification.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether messages may leave.
 *
 * @param version grows by one with each turn
 * @param reason who decided it and why, in free words
 */
@Schema(
    examples =
        "{\"version\": 2, \"released\": true, \"reason\": \"张某某:名单和提示已核对\","
            + " \"changedAt\": \"2027-10-25T01:00:00Z\"}")
public record Release(long version, boolean released, String reason, Instant changedAt) {}
