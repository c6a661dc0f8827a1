package duban.catalog.rollup;

import duban.catalog.deadline.SeenDeadlines;
import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.SeenObligations;
import duban.catalog.progress.ProgressCopy;
import duban.catalog.progress.ProgressState;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts who has met a duty. */
@ApplicationScoped
class RollUps {
  private static final int NAMED = 20;

  private final SeenObligations obligations;
  private final SeenDeadlines deadlines;
  private final ProgressCopy progress;

  RollUps(SeenObligations obligations, SeenDeadlines deadlines, ProgressCopy progress) {
    this.obligations = obligations;
    this.deadlines = deadlines;
    this.progress = progress;
  }

  RollUp of(String id, String period, String operation) {
    Obligation obligation = obligations.knownByState(id, operation);
    List<Dated> owed = deadlines.byState(obligation.id(), period, operation);
    var heard = progress.of(owed.stream().map(Dated::id).toList());
    return of(
        obligation, period, owed.stream().map(it -> Standing.of(it, heard.get(it.id()))).toList());
  }

  /** A unit has met it if it has met all that it owes of it. */
  static RollUp of(Obligation obligation, String period, List<Standing> all) {
    Map<ProgressState, Long> states =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Standing::state,
                    () -> new EnumMap<>(ProgressState.class),
                    Collectors.counting()));
    Map<String, List<Standing>> units =
        all.stream()
            .filter(Standing::owed)
            .collect(
                Collectors.groupingBy(
                    it -> it.deadline().unit().code(), TreeMap::new, Collectors.toList()));
    long met = units.values().stream().filter(it -> it.stream().allMatch(Standing::met)).count();
    List<RollUp.Missing> missing =
        all.stream()
            .filter(it -> it.owed() && !it.met())
            .map(Standing::missing)
            .sorted(
                Comparator.comparing(RollUp.Missing::dueOn).thenComparing(it -> it.unit().code()))
            .toList();
    List<RollUp.Tally> tallies =
        all.stream()
            .filter(Standing::tally)
            .map(Standing::numbered)
            .sorted(
                Comparator.comparing(RollUp.Tally::period).thenComparing(it -> it.unit().code()))
            .toList();
    List<String> names =
        missing.stream().map(RollUp.Missing::unit).distinct().map(UnitRef::name).toList();
    return new RollUp(
        obligation.id(),
        obligation.title(),
        period,
        units.size(),
        (int) met,
        states,
        missing,
        tallies,
        both(tallies, units, ";", inChinese(units.size(), met, names), inChinese(tallies)),
        both(tallies, units, "; ", inEnglish(units.size(), met, names), inEnglish(tallies)));
  }

  /** A type that became frequent leaves dated ones behind. */
  private static String both(
      List<RollUp.Tally> tallies, Map<String, ?> owing, String between, String met, String times) {
    if (tallies.isEmpty()) {
      return met;
    }
    return owing.isEmpty() ? times : met + between + times;
  }

  private static String inChinese(int owing, long met, List<String> missing) {
    return owing + "个单位中" + met + "个已达到" + told(missing, ";尚未达到:", "、", "等" + missing.size() + "个");
  }

  private static String inEnglish(int owing, long met, List<String> missing) {
    return met + " of " + owing + " have met it" + told(missing, "; missing: ", ", ", " and more");
  }

  private static String inChinese(List<RollUp.Tally> tallies) {
    return units(tallies) + "个单位已登记" + times(tallies) + "次(只计次数)";
  }

  private static String inEnglish(List<RollUp.Tally> tallies) {
    return Words.many(units(tallies), "unit") + ", counted so far: " + times(tallies);
  }

  private static long units(List<RollUp.Tally> tallies) {
    return tallies.stream().map(it -> it.unit().code()).distinct().count();
  }

  private static int times(List<RollUp.Tally> tallies) {
    return tallies.stream().mapToInt(RollUp.Tally::counted).sum();
  }

  private static String told(List<String> names, String before, String between, String more) {
    if (names.isEmpty()) {
      return "";
    }
    String first = names.stream().limit(NAMED).collect(Collectors.joining(between));
    return before + first + (names.size() > NAMED ? more : "");
  }
}
