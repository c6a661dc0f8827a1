package duban.catalog.document;

/** A topic as the document prints it, counted from 1. */
public record PrintedTopic(int position, String name) {
  public String id() {
    return "T" + position;
  }
}
