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
   * @param thing the id in which alone it differs from a request for what is missing
   * @param status of the answer to who may
   * @param holds what that answer holds and no other
   * @param list whether others get the same without the thing
   */
  record Ask(
      String method,
      String path,
      @Nullable String body,
      String thing,
      int status,
      String holds,
      boolean list) {

    /** Its answer names it. */
    public static Ask get(String path, String thing) {
      return get(path, thing, thing);
    }

    public static Ask get(String path, String thing, String holds) {
      return new Ask("GET", path, null, thing, 200, holds, false);
    }

    public static Ask list(String path, String thing) {
      return list(path, thing, thing);
    }

    public static Ask list(String path, String thing, String item) {
      return new Ask("GET", path, null, thing, 200, item, true);
    }

    public static Ask post(String path, @Nullable String body, String thing, String holds) {
      return new Ask("POST", path, body, thing, 200, holds, false);
    }

    /** Starts from the first version. */
    public static Ask put(String path, String body, String thing, String holds) {
      return new Ask("PUT", path, body, thing, 200, holds, false);
    }

    /** The same that answers otherwise. */
    public Ask answers(int otherStatus, String holding) {
      return new Ask(method, path, body, thing, otherStatus, holding, list);
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

  /**
   * Whether everything is published that the row shows. Then its other cells count only where it is
   * not published: who has signed in reads what is.
   */
  default boolean nothingElse(String row) {
    return false;
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
