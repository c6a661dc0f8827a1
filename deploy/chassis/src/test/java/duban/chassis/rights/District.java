package duban.chassis.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A small tree: who stands below whom. */
@ApplicationScoped
public class District implements UnitTree {

  private final Map<String, String> superiors = new TreeMap<>();
  private final Set<String> areas = new TreeSet<>();
  private boolean complete;

  District() {
    area("CY", "");
    unit("QZF", "CY");
    unit("QZF-BM-03", "QZF");
    unit("RDB", "CY");
    unit("STRAY", "");
  }

  final void area(String code, String superior) {
    areas.add(code);
    unit(code, superior);
  }

  final void unit(String code, String superior) {
    superiors.put(code, superior);
  }

  final void leave(String code) {
    superiors.remove(code);
    areas.remove(code);
  }

  @Override
  public Optional<Place> place(String code) {
    return Optional.ofNullable(superiors.get(code))
        .map(it -> new Place(Optional.of(it).filter(above -> !above.isEmpty())));
  }

  @Override
  public Set<String> below(String code) {
    var below = new TreeSet<String>();
    if (superiors.containsKey(code)) {
      below.add(code);
      superiors.forEach(
          (unit, above) -> {
            if (above.equals(code)) {
              below.addAll(below(unit));
            }
          });
    }
    return below;
  }

  final void complete(boolean whole) {
    complete = whole;
  }

  @Override
  public boolean complete() {
    return complete;
  }

  @Override
  public Set<String> tops() {
    return areas.stream()
        .filter(it -> superiors.getOrDefault(it, "").isEmpty())
        .collect(Collectors.toSet());
  }
}
