package duban.notification.contact;

import java.util.Set;

/**
 * Where a recipient is reached, and the codes of the units for which it receives; {@code email} in
 * ASCII.
 */
public record Mailbox(String id, String name, String email, Set<String> units) {}
