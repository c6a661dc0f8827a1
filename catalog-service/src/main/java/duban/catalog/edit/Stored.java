package duban.catalog.edit;

/** What is answered, with the version of the thing that it shows. */
public record Stored<T>(T body, long version) {}
