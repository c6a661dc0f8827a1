package duban.catalog.obligation;

/** A field that the text does not print, and why it says what it says. */
public record Inferred(String field, String why) {}
