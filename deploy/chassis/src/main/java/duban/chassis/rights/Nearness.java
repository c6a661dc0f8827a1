package duban.chassis.rights;

/** How the unit that something is about stands to who asks. */
public enum Nearness {
  /** The caller belongs to it. */
  OWN('O', "the unit itself"),
  /** Not own, and the caller belongs to the unit that supervises it. */
  SUPERVISED('S', "the unit that supervises it"),
  /** Neither. What is about no unit but about the whole installation is foreign too. */
  FOREIGN('F', "other units");

  private final char letter;

  private final String whose;

  Nearness(char letter, String whose) {
    this.letter = letter;
    this.whose = whose;
  }

  /** Whose people those are, in a sentence. */
  String whose() {
    return whose;
  }

  /** As it stands in a cell of the table. */
  public char letter() {
    return letter;
  }
}
