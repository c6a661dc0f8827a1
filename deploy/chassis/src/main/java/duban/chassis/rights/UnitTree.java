package duban.chassis.rights;

import java.util.Optional;
import java.util.Set;

/** The units as a service knows them; a grant over one of them is one over all below it. */
public interface UnitTree {

  /** Empty if it is not known. */
  Optional<Place> place(String code);

  /** Codes of all units below it, and its own; empty if it is not known. */
  Set<String> below(String code);

  /** Codes of the areas that lie in no other: one in an installation for one city or district. */
  Set<String> tops();

  /**
   * Whether nothing is missing for certain, because the units are made here. A copy may be on its
   * way, or be read again.
   */
  boolean complete();

  /**
   * Where it stands.
   *
   * @param superior the code of the unit above; empty for one at the top
   */
  record Place(Optional<String> superior) {}
}
