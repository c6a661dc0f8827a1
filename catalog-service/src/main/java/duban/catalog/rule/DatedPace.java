package duban.catalog.rule;

import java.time.LocalDate;

/** A pace whose day is known. */
public record DatedPace(int count, LocalDate by) {}
