package duban.chassis.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an operation's answers a caller may see. A list filters by it, one thing is looked for in
 * it; what lies outside is not there.
 *
 * @param everything of which unit ever
 * @param scoped codes of units of which all is seen
 * @param own codes of the caller's units: what concerns them is seen
 * @param supervisors codes of the caller's units: what they supervise is seen
 * @param supervisedWithin only of units with these codes; null: of all
 * @param text whether what is published is seen
 * @param states whether how far it was carried out is published too
 */
public record Sight(
    boolean everything,
    Set<String> scoped,
    Set<String> own,
    Set<String> supervisors,
    @Nullable Set<String> supervisedWithin,
    boolean text,
    boolean states) {

  public static final Sight EVERYTHING =
      new Sight(true, Set.of(), Set.of(), Set.of(), null, true, true);

  /**
   * A condition of SQL, and the values of its parameters in their order, all of them arrays of
   * text.
   *
   * @param text with a {@code ?} for each value
   */
  public record Condition(String text, List<Collection<String>> values) {}

  /**
   * Of rows that tell whose matter they are, beside what is published.
   *
   * @param unit the column with the code of the unit
   * @param concerned the column with the codes of all whose own matter it is, an array of JSONB
   * @param supervisor the column with the code of the supervising unit
   * @param published a condition without parameters on what anybody may see; false if nothing is
   */
  public Condition condition(String unit, String concerned, String supervisor, String published) {
    if (everything) {
      return new Condition("true", List.of());
    }
    List<String> any = new ArrayList<>();
    List<Collection<String>> values = new ArrayList<>();
    if (!scoped.isEmpty()) {
      any.add(unit + " = ANY (?)");
      values.add(scoped);
    }
    if (!own.isEmpty()) {
      any.add(concerned + " ??| ?");
      values.add(own);
    }
    if (!supervisors.isEmpty()) {
      any.add(
          supervisor
              + " = ANY (?)"
              + (supervisedWithin == null ? "" : " AND " + unit + " = ANY (?)"));
      values.add(supervisors);
      if (supervisedWithin != null) {
        values.add(supervisedWithin);
      }
    }
    if (text || states) {
      any.add(published);
    }
    return any.isEmpty()
        ? new Condition("false", List.of())
        : new Condition("((" + String.join(") OR (", any) + "))", values);
  }

  /**
   * The same of one thing.
   *
   * @param published whether anybody may see it
   */
  public boolean sees(Concern concern, boolean published) {
    var supervisor = concern.supervisor();
    return everything
        || ((text || states) && published)
        || (!concern.units().isEmpty() && scoped.containsAll(concern.units()))
        || concern.own().stream().anyMatch(own::contains)
        || (supervisor != null
            && supervisors.contains(supervisor)
            && (supervisedWithin == null || supervisedWithin.containsAll(concern.units())));
  }
}
