package duban.catalog.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Chance that comes again with its seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** From {@code least} to {@code most}, both included. */
  int number(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  <T> List<T> some(List<T> of, int count) {
    var all = new ArrayList<>(of);
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(count, all.size()));
  }

  /** Different numbers in their order, fewer if the range has no more. */
  List<Integer> rising(int count, int least, int most) {
    var numbers = new TreeSet<Integer>();
    for (var i = 0; i < count; i++) {
      numbers.add(number(least, most));
    }
    return List.copyOf(numbers);
  }

  /** One in three is a day at which months, years or leap years turn. */
  LocalDate day(int firstYear, int lastYear) {
    var year = number(firstYear, lastYear);
    if (once(3)) {
      var turn = LocalDate.of(year, one(1, 3, 4, 7, 10, 12), 1);
      return turn.minusDays(number(0, 2)).withYear(year);
    }
    return LocalDate.of(year, 1, 1).plusDays(number(0, 364));
  }
}
