package duban.notification.policy;

import java.util.List;
import java.util.Set;

/**
 * Foretells what planning again would change; whoever plans answers it. It joins the caller's
 * transaction, in which the change is written already, and writes nothing.
 */
public interface Effects {

  /**
   * Of a policy.
   *
   * @param changed whose duties are looked at
   * @param all the policies as they will be
   */
  Effect of(Policy changed, List<Policy> all);

  /**
   * Of who receives.
   *
   * @param units the codes of those for which somebody else receives from now on
   */
  Effect of(Set<String> units);
}
