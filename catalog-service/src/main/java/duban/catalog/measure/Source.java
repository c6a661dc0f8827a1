package duban.catalog.measure;

/**
 * Where a measure stands, for a person who wants to look it up.
 *
 * @param document the document's title
 * @param conference the conference's name
 * @param topic the topic's name
 */
public record Source(
    String documentId,
    String document,
    String conference,
    int year,
    String topic,
    int ordinal,
    int line) {

  /** In Chinese, as it is cited in tables. */
  public String cited() {
    return "《%s》%s“%s”第%d项(第%d行)".formatted(document, conference, topic, ordinal, line);
  }
}
