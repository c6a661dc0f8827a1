package duban.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The figures as README shows them: medians, in brackets the smallest and the largest round. */
final class Table {

  private static final String HEAD =
      "| figure | Duban | baseline | ratio | goal | |\n|---|---|---|---|---|---|";

  private final List<String> lines = new ArrayList<>();
  private final Consumer<String> say;

  Table(Consumer<String> say) {
    this.say = say;
  }

  /** What a figure has to reach. */
  record Goal(String words, boolean met) {
    static final Goal NONE = new Goal("–", true);

    /** Of ours to the baseline. */
    static Goal ratioAtLeast(double least, Samples ours, Samples baseline) {
      return new Goal("≥ %.2f".formatted(least), ratio(ours, baseline) >= least);
    }

    static Goal ratioAtMost(double most, Samples ours, Samples baseline) {
      return new Goal("≤ %.2f".formatted(most), ratio(ours, baseline) <= most);
    }

    /** Of ours alone. */
    static Goal atMost(double most, String unit, Samples ours) {
      return new Goal("≤ %.0f %s".formatted(most, unit), ours.median() <= most);
    }
  }

  void add(String figure, String unit, Samples ours, Samples baseline, Goal goal) {
    String verdict = goal.equals(Goal.NONE) ? "" : goal.met() ? "met" : "not met";
    line(
        "| %s, %s | %s | %s | %.2f | %s | %s |"
            .formatted(
                figure,
                unit,
                cell(ours),
                cell(baseline),
                ratio(ours, baseline),
                goal.words(),
                verdict));
  }

  private void line(String line) {
    lines.add(line);
    say.accept(line);
  }

  private static double ratio(Samples ours, Samples baseline) {
    return ours.median() / baseline.median();
  }

  private static String cell(Samples samples) {
    return "%s (%s–%s)"
        .formatted(number(samples.median()), number(samples.min()), number(samples.max()));
  }

  static String number(double value) {
    if (value >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  @Override
  public String toString() {
    return HEAD + "\n" + String.join("\n", lines) + "\n";
  }
}
