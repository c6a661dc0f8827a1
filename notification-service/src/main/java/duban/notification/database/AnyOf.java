package duban.notification.database;

import duban.chassis.rights.Sight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Conditions of which one is enough; none of none. */
public final class AnyOf {

  private final List<String> texts = new ArrayList<>();
  private final List<Collection<String>> values = new ArrayList<>();

  /** Adds one, with the values of its parameters in their order. */
  public void or(String text, List<Collection<String>> itsValues) {
    texts.add("(" + text + ")");
    values.addAll(itsValues);
  }

  public Sight.Condition condition() {
    return texts.isEmpty()
        ? new Sight.Condition("false", List.of())
        : new Sight.Condition("(" + String.join(" OR ", texts) + ")", List.copyOf(values));
  }
}
