package duban.catalog.obligation;

import duban.catalog.edit.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** That links lead to earlier obligations that are there, and never back. */
final class LinkCheck {
  private final Map<String, Obligation> known;

  /**
   * @param known all obligations, by their ids
   */
  LinkCheck(Map<String, Obligation> known) {
    this.known = known;
  }

  /** Throws Refused with the first link that is wrong. */
  void check(Obligation later) {
    Set<String> named = new HashSet<>();
    for (Link link : later.links()) {
      if (link.to() == null || link.type() == null || link.status() == null) {
        throw refused("invalid-obligation", "links need to, type and status");
      }
      if (!named.add(link.to())) {
        throw refused("invalid-obligation", "links name '" + link.to() + "' twice");
      }
      if (!link.to().equals(later.id()) && !known.containsKey(link.to())) {
        throw refused(
            "unknown-reference", "links lead to '" + link.to() + "', which is no obligation's id");
      }
      // A rejected one leads nowhere; only to itself nothing can ever have been proposed.
      boolean leads = link.status() != Link.Status.REJECTED || link.to().equals(later.id());
      if (leads && leadsTo(link.to(), later.id(), new HashSet<>())) {
        throw refused(
            "invalid-obligation",
            "links lead from " + later.id() + " over " + link.to() + " back to " + later.id());
      }
    }
  }

  private boolean leadsTo(String from, String id, Set<String> seen) {
    if (from.equals(id)) {
      return true;
    }
    @Nullable Obligation at = known.get(from);
    List<Link> links = at == null ? List.of() : at.links();
    return seen.add(from)
        && links.stream()
            .filter(it -> it.status() != Link.Status.REJECTED)
            .anyMatch(it -> leadsTo(it.to(), id, seen));
  }

  private static Refused refused(String type, String sentence) {
    return new Refused(type, "links", sentence);
  }
}
