package duban.chassis.problem;

/**
 * One kind of problem, as a line of {@code META-INF/problems.properties} names it.
 *
 * @param name short kebab case
 * @param status the one HTTP status that it has
 * @param title what it is called, the same each time
 * @param example a {@code detail} as it may be read
 */
public record ProblemType(String name, int status, String title, String example) {

  /** From {@code 404 | Not found | There is no …}. */
  static ProblemType parse(String name, String line) {
    var parts = line.split("\\s*\\|\\s*", 3);
    if (parts.length != 3
        || !name.matches("[a-z]+(-[a-z]+)*")
        || !parts[0].matches("[45]\\d\\d")
        || parts[1].isBlank()
        || parts[2].isBlank()) {
      throw new IllegalStateException(
          ProblemTypes.FILE
              + ": '"
              + name
              + " = "
              + line
              + "'; write name-in-kebab-case = status | title | a detail as an example");
    }
    return new ProblemType(name, Integer.parseInt(parts[0]), parts[1], parts[2]);
  }

  /** The {@code type} of the problem. */
  public String urn() {
    return Problems.TYPE + name;
  }
}
