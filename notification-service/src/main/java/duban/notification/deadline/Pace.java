package duban.notification.deadline;

import java.time.LocalDate;

/** So many by this day: worth a notice, never red. */
public record Pace(int count, LocalDate by) {}
