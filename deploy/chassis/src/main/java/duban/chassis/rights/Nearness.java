package duban.chassis.rights;

/** How the unit that something is about stands to who asks. */
public enum Nearness {
  /** The caller belongs to it. */
  OWN('O'),
  /** Not own, and the caller belongs to the unit that supervises it. */
  SUPERVISED('S'),
  /** Neither. What is about no unit but about the whole installation is foreign too. */
  FOREIGN('F');

  private final char letter;

  Nearness(char letter) {
    this.letter = letter;
  }

  /** As it stands in a cell of the table. */
  public char letter() {
    return letter;
  }
}
