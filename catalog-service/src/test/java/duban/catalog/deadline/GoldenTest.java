package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.importing.Shipped;
import duban.catalog.obligation.Applicability;
import duban.catalog.obligation.Obligation;
import duban.catalog.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All deadlines of the shipped catalogue for 2026 and 2027, as a table that a person can check.
 * With {@code -Dduban.golden.write} it is written anew: read the difference before you commit it.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/golden");
  private static final String HEAD = "任务\t要求\t责任单位\t期间\t节点\t启动\t时限\t原定时限\t次数\t进度\t最迟启动\t登记截止\t暂定";

  @Test
  void theShippedCatalogueMakesTheDeadlinesOfTheTable() throws IOException {
    Map<String, List<String>> units =
        made(2026)
            .collect(
                Collectors.groupingBy(
                    GoldenTest::row,
                    TreeMap::new,
                    Collectors.mapping(it -> it.unit().name(), Collectors.toList())));
    Stream<String> rows =
        units.entrySet().stream()
            .map(it -> it.getKey().replace("\t@\t", "\t" + named(it.getValue()) + "\t"));
    compare("deadlines-2026-2027.tsv", Stream.concat(Stream.of(HEAD), rows).toList());
  }

  @Test
  void theYearIsAsItIsPublished() throws IOException {
    Stream<String> units = Shipped.units().all().stream().map(it -> line("duban.units", it.at(1)));
    Stream<String> deadlines =
        made(2027)
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

  private static Stream<Deadline> made(int since) {
    List<Obligation> obligations =
        Shipped.obligations().stream()
            .map(it -> it.inForceFrom() == null ? it.inForce(LocalDate.of(since, 1, 1)) : it)
            .toList();
    var basis =
        new Basis(
            Shipped.units(),
            Shipped.terms(),
            List.of(),
            Map.of(),
            Applicability.NONE,
            Shipped.calendar());
    return new Schedule(basis, obligations).of(obligations, since, 2027);
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
            it.required(),
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
