package duban.catalog.naive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deadline in plain values, so that two ways of making it can be compared.
 *
 * @param unit the code of the unit that owes it now
 * @param occasion the id of the occasion; empty without one
 * @param checkpoint its name; empty without one
 * @param pace so many by a day, each as {@code count:date}
 */
record Row(
    String obligation,
    String unit,
    String period,
    String checkpoint,
    String occasion,
    String id,
    LocalDate opens,
    LocalDate due,
    @Nullable LocalDate rolledFrom,
    @Nullable Integer required,
    List<String> pace,
    @Nullable LocalDate latestStart,
    @Nullable LocalDate reportUntil,
    @Nullable LocalDate coDue,
    LocalDate periodFrom,
    LocalDate periodTo)
    implements Comparable<Row> {
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::obligation)
          .thenComparing(Row::periodFrom)
          .thenComparing(Row::due)
          .thenComparing(Row::id)
          .thenComparing(Row::toString);

  /** Whether its period belongs to the years: by the label's year, a term by its days. */
  boolean within(int firstYear, int lastYear) {
    if (period.matches("\\d{4}(-(H\\d|Q\\d|W\\d\\d|\\d\\d))?")) {
      var year = Integer.parseInt(period.substring(0, 4));
      return year >= firstYear && year <= lastYear;
    }
    return periodFrom.getYear() <= lastYear && periodTo.getYear() >= firstYear;
  }

  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
