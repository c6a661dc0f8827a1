package duban.chassis.contract;

import duban.chassis.rights.Nearness;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a service brings for {@link Cells}: of each kind of thing one that is the caller's own, one
 * that the caller's unit supervises, and one that is foreign to it, none of them published.
 */
public interface CellCases {

  /**
   * A request that asks for one thing.
   *
   * @param path behind the service's own, such as {@code events?measure=m}
   * @param item for a list: what its answer holds exactly if it shows the thing
   */
  record Ask(String method, String path, @Nullable String body, @Nullable String item) {
    public static Ask get(String path) {
      return new Ask("GET", path, null, null);
    }

    public static Ask list(String path, String item) {
      return new Ask("GET", path, null, item);
    }
  }

  /** What anybody may see of a row, by the letter that says so, while the office shows it. */
  enum Published {
    /** {@code T}. */
    TEXT,
    /** {@code L}. */
    STATES
  }

  /** The code of the unit to which every caller belongs. */
  String unit();

  /**
   * The request of a row of the table. It may be sent any number of times.
   *
   * @param near of the thing to the callers; null: it does not exist
   * @return empty if the row knows no such thing: what concerns the whole installation is foreign
   */
  Optional<Ask> ask(String row, @Nullable Nearness near);

  /** The letters whose switch is on. */
  default Set<Published> shown() {
    return Set.of(Published.TEXT);
  }

  /**
   * The request for what is foreign to every caller, and published.
   *
   * @return empty if the row knows no such thing
   */
  default Optional<Ask> published(String row, Published letter) {
    return Optional.empty();
  }

  /** The row by which is decided whether a refusal may tell that the thing is there. */
  default Optional<String> seenBy(String row) {
    return Optional.empty();
  }

  /** Whether a field of the answer, and not the answer, is what the row allows. */
  default Optional<String> field(String row) {
    return Optional.empty();
  }

  /** Rows that tests of their own prove. */
  default Set<String> elsewhere() {
    return Set.of();
  }
}
