package duban.status.deadline;

import java.time.LocalDate;

/** So many should be done by that day; missed, it only makes the light yellow. */
public record Pace(int count, LocalDate by) {

  boolean missed(int counted, LocalDate today) {
    return by.isBefore(today) && counted < count;
  }
}
