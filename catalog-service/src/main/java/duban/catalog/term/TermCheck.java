package duban.catalog.term;

import duban.catalog.edit.Day;
import duban.catalog.edit.Refused;
import java.util.List;

/** That terms end after they begin, and that no two of a level run at once. */
public final class TermCheck {
  private TermCheck() {}

  /** Throws Refused with the first thing that is wrong. */
  public static void check(List<Term> terms) {
    for (Term term : terms) {
      Day.expect("invalid-term", "from", term.from());
      Day.expect("invalid-term", "to", term.to());
      if (term.to().isBefore(term.from())) {
        throw new Refused(
            "invalid-term", "to", "to: the term " + term.id() + " ends before it begins");
      }
      for (Term other : terms) {
        if (!term.id().equals(other.id()) && term.level() == other.level() && meet(term, other)) {
          throw new Refused(
              "invalid-term",
              "from",
              "from: the terms " + term.id() + " and " + other.id() + " of one level run at once");
        }
      }
    }
  }

  private static boolean meet(Term one, Term other) {
    return !one.to().isBefore(other.from()) && !other.to().isBefore(one.from());
  }
}
