package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.importing.Shipped;
import duban.catalog.obligation.Applicability;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Succession;
import duban.catalog.occasion.Occasion;
import duban.catalog.rule.RuleKind;
import duban.catalog.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All deadlines of the shipped catalogue for 2026 and 2027, as a table that a person can check.
 * With {@code -Dduban.golden.write} it is written anew: read the difference before you commit it.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/golden");
  private static final Set<RuleKind> ENTERED =
      Set.of(RuleKind.EACH_TIME, RuleKind.ONE_OFF, RuleKind.STANDING);
  private static final String HEAD = "任务\t要求\t责任单位\t期间\t节点\t启动\t时限\t原定时限\t次数\t进度\t最迟启动\t登记截止\t暂定";

  @Test
  void theShippedCatalogueMakesTheDeadlinesOfTheTable() throws IOException {
    compare("deadlines-2026-2027.tsv", table(made(2026, Entered.expected())));
  }

  private static List<String> table(Stream<Deadline> made) {
    Map<String, List<String>> units =
        made.collect(
            Collectors.groupingBy(
                GoldenTest::row,
                TreeMap::new,
                Collectors.mapping(it -> it.unit().name(), Collectors.toList())));
    Stream<String> rows =
        units.entrySet().stream()
            .map(it -> it.getKey().replace("\t@\t", "\t" + named(it.getValue()) + "\t"));
    return Stream.concat(Stream.of(HEAD), rows).toList();
  }

  /** One occasion of each type on 10 March 2027, and all of earlier conferences pursued. */
  @Test
  void whatIsEnteredAndDecidedMakesTheDeadlinesOfTheOtherTable() throws IOException {
    var decided = Entered.decided(obligations(2026));
    var basis = basis(Entered.occasions(decided));
    var made =
        new Schedule(basis, decided)
            .of(decided, 2027, 2027)
            .filter(it -> it.periodFrom().getYear() <= 2027 && it.periodTo().getYear() >= 2027)
            .filter(it -> ENTERED.contains(it.kind()));
    compare("deadlines-when-entered-2027.tsv", table(made));
  }

  /** What makes no deadline in either table has a reason that can be read in its words. */
  @Test
  void everyObligationStandsInOneOfTheTables() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String file : List.of("deadlines-2026-2027.tsv", "deadlines-when-entered-2027.tsv")) {
      Files.readAllLines(FOLDER.resolve(file)).forEach(it -> listed.add(it.split("\t")[0]));
    }
    Succession succession = new Succession(Shipped.obligations());
    assertThat(
            Shipped.obligations().stream()
                .filter(it -> !listed.contains(it.id()) && !succession.isPaused(it.id()))
                .filter(it -> !Entered.hasReasonForNone(it))
                .map(Obligation::id))
        .isEmpty();
  }

  @Test
  void theYearIsAsItIsPublished() throws IOException {
    Stream<String> units = Shipped.units().all().stream().map(it -> line("duban.units", it.at(1)));
    Stream<String> deadlines =
        made(2027, List.of())
            .filter(it -> it.reaches(LocalDate.of(2027, 1, 1)) && it.period().startsWith("2027"))
            .sorted(Comparator.comparing(Deadline::dueOn).thenComparing(Deadline::id))
            .map(it -> it.standing(1, DeadlineStatus.ACTIVE, null, LocalDate.of(2027, 1, 1)))
            .map(it -> line("duban.deadlines", it));
    compare("year-2027.jsonl", Stream.concat(units, deadlines).toList());
  }

  private static void compare(String file, List<String> made) throws IOException {
    if (System.getProperty("duban.golden.write") != null) {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(file), made);
    }
    assertThat(made).isEqualTo(Files.readAllLines(FOLDER.resolve(file)));
  }

  private static Stream<Deadline> made(int since, List<Occasion> occasions) {
    var obligations = obligations(since);
    return new Schedule(basis(occasions), obligations).of(obligations, since, 2027);
  }

  private static List<Obligation> obligations(int since) {
    return Shipped.obligations().stream()
        .map(it -> it.inForceFrom() == null ? it.inForce(LocalDate.of(since, 1, 1)) : it)
        .toList();
  }

  private static Basis basis(List<Occasion> occasions) {
    return new Basis(
        Shipped.units(),
        Shipped.terms(),
        occasions,
        Shipped.occasionTypes(),
        Applicability.NONE,
        Shipped.calendar());
  }

  private static String named(List<String> units) {
    String names = units.stream().sorted().collect(Collectors.joining("、"));
    return units.size() == 1 ? names : units.size() + "个:" + names;
  }

  private static String line(String topic, Object body) {
    return "{\"topic\":\"" + topic + "\",\"body\":" + Snapshot.write(body) + "}";
  }

  /** All but the unit, which is {@code @}. */
  private static String row(Deadline it) {
    return Stream.of(
            it.obligationId(),
            it.title(),
            "@",
            it.period(),
            it.checkpoint(),
            it.opensOn(),
            it.dueOn(),
            it.rolledFrom(),
            it.tally() == null ? it.required() : "计次",
            it.pace().stream()
                .map(one -> one.count() + "/" + one.by())
                .collect(Collectors.joining(" ")),
            it.latestStartOn(),
            it.reportUntil(),
            it.provisional() ? "暂定" : "")
        .map(cell -> Objects.toString(cell, ""))
        .collect(Collectors.joining("\t"));
  }
}
