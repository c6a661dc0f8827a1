package duban.catalog.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.obligation.Obligation;
import duban.catalog.progress.Progress;
import duban.catalog.progress.ProgressState;
import duban.catalog.rule.RuleKind;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpsTest {
  private static final Obligation DUTY =
      Snapshot.read("{\"id\": \"o-1\", \"title\": \"开会\"}", Obligation.class);

  @ParameterizedTest
  @CsvSource({
    "CLOSED, 0, 1, 1",
    "ACCEPTED, 0, 1, 1",
    "IN_PROGRESS, 2, 1, 1",
    "CLAIMED, 2, 1, 1",
    "CLAIMED, 1, 1, 0",
    "IN_PROGRESS, 1, 1, 0",
    "UNMET, 2, 1, 0",
    "EXEMPT, 0, 0, 0",
    "SOMETHING_NEW, 0, 1, 0"
  })
  void isMetByWhatIsAcceptedOrCountedInFull(String state, int counted, int owing, int met) {
    RollUp rolled = RollUps.of(DUTY, "2028", List.of(standing(1, "2028", state, counted)));
    assertThat(rolled.owing()).isEqualTo(owing);
    assertThat(rolled.met()).isEqualTo(met);
    assertThat(rolled.missing()).hasSize(owing - met);
  }

  @Test
  void aUnitOfWhichNothingIsHeardHasNotBegun() {
    RollUp rolled = RollUps.of(DUTY, "2028", List.of(Standing.of(dated(1, "2028"), null)));
    assertThat(rolled.states()).containsOnlyKeys(ProgressState.NOT_OPEN);
    assertThat(rolled.missing()).singleElement().matches(it -> it.counted() == 0);
  }

  @Test
  void whoHasMetHalfOfItHasNotMetIt() {
    RollUp rolled =
        RollUps.of(
            DUTY,
            "2028",
            List.of(standing(1, "2028-H1", "CLOSED", 0), standing(1, "2028-H2", "ASSIGNED", 0)));
    assertThat(rolled.owing()).isEqualTo(1);
    assertThat(rolled.met()).isZero();
    assertThat(rolled.missing()).extracting(RollUp.Missing::period).containsExactly("2028-H2");
  }

  @Test
  void whichTwoOfNineteenAreMissingIsSaid() {
    List<Standing> all =
        Stream.concat(
                IntStream.rangeClosed(1, 17).mapToObj(it -> standing(it, "2028", "CLOSED", 0)),
                Stream.of(
                    standing(19, "2028", "ASSIGNED", 0), standing(18, "2028", "IN_PROGRESS", 1)))
            .toList();
    RollUp rolled = RollUps.of(DUTY, "2028", all);
    assertThat(rolled.sentence()).isEqualTo("19个单位中17个已达到;尚未达到:第18乡、第19乡");
    assertThat(rolled.english()).isEqualTo("17 of 19 have met it; missing: 第18乡, 第19乡");
    assertThat(rolled.states())
        .containsEntry(ProgressState.CLOSED, 17L)
        .containsEntry(ProgressState.ASSIGNED, 1L);
  }

  @Test
  void whatIsOnlyCountedIsNeitherMetNorMissingAndItsNumbersAreSaid() {
    List<Standing> all =
        List.of(tally(1, "CLOSED", 3), tally(2, "IN_PROGRESS", 1), tally(3, "EXEMPT", 9));
    RollUp rolled = RollUps.of(DUTY, "2028-H1", all);
    assertThat(rolled.owing()).isZero();
    assertThat(rolled.met()).isZero();
    assertThat(rolled.missing()).isEmpty();
    assertThat(rolled.tallies())
        .extracting(it -> it.unit().code(), RollUp.Tally::counted)
        .containsExactly(tuple("X-01", 3), tuple("X-02", 1));
    assertThat(rolled.sentence()).isEqualTo("2个单位已登记4次(只计次数)");
    assertThat(rolled.english()).isEqualTo("2 units, counted so far: 4");
    assertThat(RollUps.of(DUTY, "2028-H1", all.subList(0, 1)).english())
        .isEqualTo("1 unit, counted so far: 3");
  }

  private static Standing tally(int unit, String state, int counted) {
    Dated deadline = dated(unit, "2028-H1", true);
    return Standing.of(deadline, new Progress(deadline.id(), 1, state, counted));
  }

  private static Standing standing(int unit, String period, @Nullable String state, int counted) {
    Dated deadline = dated(unit, period);
    return Standing.of(deadline, new Progress(deadline.id(), 1, String.valueOf(state), counted));
  }

  private static Dated dated(int unit, String period) {
    return dated(unit, period, false);
  }

  private static Dated dated(int unit, String period, boolean tally) {
    LocalDate due = LocalDate.of(2028, 12, 29);
    return new Dated(
        UUID.randomUUID(),
        "o-1",
        new UnitRef("u-" + unit, "X-" + (unit < 10 ? "0" : "") + unit, "第" + unit + "乡"),
        RuleKind.QUOTA,
        period,
        due.withDayOfYear(1),
        due,
        null,
        due.withDayOfYear(1),
        due,
        tally ? null : 2,
        false,
        false,
        tally);
  }
}
