package duban.notification.contact;

import java.util.Set;

/**
 * The contacts that there are, also those that have ended.
 *
 * @param ids of all
 * @param endedOf the codes of the units for which one has received that has ended
 */
public record Known(Set<String> ids, Set<String> endedOf) {

  public boolean taken(String id) {
    return ids.contains(id);
  }

  public boolean ended(String unit) {
    return endedOf.contains(unit);
  }
}
