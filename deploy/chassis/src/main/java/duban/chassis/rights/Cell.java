package duban.chassis.rights;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cell of the table.
 *
 * @param near what may be done, by how the unit concerned stands to the caller
 * @param text {@code T}: what is published of it, while {@link Publication#text} is on
 * @param states {@code L}: what is published of it, while {@link Publication#states} is on
 */
public record Cell(Set<Nearness> near, boolean text, boolean states) {

  /** {@code -}: nothing. */
  public static final Cell NONE = new Cell(Set.of(), false, false);

  public Cell {
    near = Set.copyOf(near);
  }

  /** Whether it is more than {@link #NONE}. */
  public boolean something() {
    return !equals(NONE);
  }

  /** Whether it shows anything that is published. */
  boolean published() {
    return text || states;
  }

  /** As it stands in the table. */
  public String letters() {
    var letters =
        Arrays.stream(Nearness.values())
            .filter(near::contains)
            .map(it -> String.valueOf(it.letter()))
            .collect(Collectors.joining());
    var all = letters + (text ? "T" : "") + (states ? "L" : "");
    return all.isEmpty() ? "-" : all;
  }

  boolean whole() {
    return near.contains(Nearness.FOREIGN);
  }

  /**
   * From {@code OSF}, {@code T} or {@code -}; throws IllegalArgumentException for anything else.
   */
  static Cell parse(String letters) {
    if (letters.equals("-")) {
      return NONE;
    }
    if (!letters.matches("[OSFTL]+")) {
      throw new IllegalArgumentException("a cell holds letters of OSFTL, or -");
    }
    return new Cell(
        Arrays.stream(Nearness.values())
            .filter(it -> letters.indexOf(it.letter()) >= 0)
            .collect(Collectors.toSet()),
        letters.contains("T"),
        letters.contains("L"));
  }
}
