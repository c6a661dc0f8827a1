package duban.catalog.document;

/** A conference as the document names it; the year is its id. */
public record PrintedConference(String name, int year) {
  public String id() {
    return Integer.toString(year);
  }
}
