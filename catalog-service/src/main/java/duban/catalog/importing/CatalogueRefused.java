package duban.catalog.importing;

/**
 * The catalogue cannot be loaded, and so the service does not start. The message is one sentence.
 */
class CatalogueRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogueRefused(String sentence) {
    // Without a stack: whoever wrote the file wants the sentence, not our code.
    super(sentence, null, false, false);
  }
}
