package duban.bench;

import java.util.Arrays;

/** What the rounds of one measurement gave. */
record Samples(double[] sorted) {

  static Samples of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("A measurement has one round or more");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Samples(sorted);
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  /** The value below which that part of them lies; nearest rank. */
  double quantile(double part) {
    int rank = (int) Math.ceil(part * sorted.length);
    return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
  }
}
