package duban.notification.policy;

import java.util.List;

/** Foretells what planning again would change; whoever plans answers it. */
public interface Effects {

  /**
   * Joins the caller's transaction and writes nothing.
   *
   * @param changed whose duties are looked at
   * @param all the policies as they will be
   */
  Effect of(Policy changed, List<Policy> all);
}
