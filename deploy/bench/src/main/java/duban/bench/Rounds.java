package duban.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measurements that take turns (A B A B …), so that whatever else the machine does meanwhile meets
 * all of them alike.
 */
final class Rounds {

  /** One round; returns what was measured. */
  @FunctionalInterface
  interface Measurement {
    double run() throws Exception;
  }

  private Rounds() {}

  /**
   * In the order given. Every second round goes backwards, so that none profits from its place.
   *
   * @param warmUp rounds at the beginning that do not count
   */
  static List<Samples> interleaved(int warmUp, int rounds, List<Measurement> measurements)
      throws Exception {
    var values = new double[measurements.size()][rounds];
    for (int round = -warmUp; round < rounds; round++) {
      for (int turn = 0; turn < measurements.size(); turn++) {
        int which = Math.floorMod(round, 2) == 0 ? turn : measurements.size() - 1 - turn;
        double value = measurements.get(which).run();
        if (round >= 0) {
          values[which][round] = value;
        }
      }
    }
    return new ArrayList<>(Arrays.stream(values).map(Samples::of).toList());
  }
}
