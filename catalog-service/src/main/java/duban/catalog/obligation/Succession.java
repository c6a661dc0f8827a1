package duban.catalog.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which obligations others replace, or may. */
public final class Succession {
  private final Set<String> paused = new HashSet<>();
  private final Map<String, LocalDate> replacedFrom = new HashMap<>();

  public Succession(Collection<Obligation> obligations) {
    for (Obligation later : obligations) {
      for (Link link : later.links()) {
        if (link.replaces(Link.Status.PROPOSED)) {
          paused.add(link.to());
        }
        if (link.replaces(Link.Status.CONFIRMED)) {
          LocalDate from = later.inForceFrom() == null ? LocalDate.MIN : later.inForceFrom();
          replacedFrom.merge(link.to(), from, (one, other) -> one.isBefore(other) ? one : other);
        }
      }
    }
  }

  /** Whether staff must decide first whether another replaces it: it is shown, without a date. */
  public boolean isPaused(String obligation) {
    return paused.contains(obligation);
  }

  /** Whether what is owed from that day on is owed by it, and not by what replaced it. */
  public boolean lasts(String obligation, LocalDate owedFrom) {
    return owedFrom.isBefore(replacedFrom.getOrDefault(obligation, LocalDate.MAX));
  }
}
