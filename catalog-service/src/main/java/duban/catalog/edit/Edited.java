package duban.catalog.edit;

/**
 * What a write answers that reaches deadlines.
 *
 * @param result the thing as it stands now
 * @param deadlines what became of them
 */
public record Edited<T>(T result, DeadlineChanges deadlines) {}
