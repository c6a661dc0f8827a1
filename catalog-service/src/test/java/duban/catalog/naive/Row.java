package duban.catalog.naive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One deadline in plain values, so that two ways of making it can be compared.
 *
 * @param unit the code of the unit that owes it now
 * @param occasion the id of the occasion; empty without one
 * @param checkpoint its name; empty without one
 * @param pace so many by a day, each as {@code count:date}
 * @param conditions as {@link NaiveConditions} words them
 * @param tally whether it is only counted
 * @param order whether what must come first came first; null where nothing must
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
    List<String> conditions,
    @Nullable LocalDate latestStart,
    @Nullable LocalDate reportUntil,
    @Nullable LocalDate coDue,
    @Nullable String order,
    boolean tally,
    boolean provisional,
    LocalDate periodFrom,
    LocalDate periodTo)
    implements Comparable<Row> {
  private static final Pattern OF_A_YEAR = Pattern.compile("\\d{4}(-(H\\d|Q\\d|W\\d\\d|\\d\\d))?");
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::obligation)
          .thenComparing(Row::periodFrom)
          .thenComparing(Row::due)
          .thenComparing(Row::id)
          .thenComparing(Row::toString);

  /** Whether its period belongs to the years: by the label's year, a term by its days. */
  boolean within(int firstYear, int lastYear) {
    if (OF_A_YEAR.matcher(period).matches()) {
      var year = Integer.parseInt(period.substring(0, 4));
      return year >= firstYear && year <= lastYear;
    }
    return periodFrom.getYear() <= lastYear && periodTo.getYear() >= firstYear;
  }

  /** The same with other days of its period, and what is asked in these. */
  Row lasting(LocalDate first, LocalDate last, List<String> asked) {
    return new Row(
        obligation,
        unit,
        period,
        checkpoint,
        occasion,
        id,
        opens,
        due,
        rolledFrom,
        required,
        pace,
        asked,
        latestStart,
        reportUntil,
        coDue,
        order,
        tally,
        provisional,
        first,
        last);
  }

  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
