package duban.catalog.importing;

import duban.catalog.edit.Refused;

/**
 * The catalogue cannot be loaded: the service does not start, or whoever gave it is told. The
 * message is one sentence.
 */
class CatalogueRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  /** Of a sentence that begins with the place in the file, or speaks of the whole of it. */
  CatalogueRefused(String sentence) {
    this(placeIn(sentence), sentence);
  }

  /**
   * @param place where in the file it is wrong, such as {@code units[3].code}
   */
  CatalogueRefused(String place, String sentence) {
    // Without a stack: whoever wrote the file wants the sentence, not our code.
    super(sentence, null, false, false);
    this.place = place;
  }

  private static String placeIn(String sentence) {
    String first = sentence.split("[ :,]", 2)[0];
    return first.matches("[a-z].*") ? first : "catalogue";
  }

  /** The same as an answer to a request. */
  Refused refused() {
    return new Refused("invalid-catalogue", place, String.valueOf(getMessage()));
  }
}
