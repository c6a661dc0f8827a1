package duban.catalog.obligation;

import java.time.MonthDay;

/** How many should be done by when; it causes notices, never a red light. */
public record Pace(int count, MonthDay by) {}
