package duban.catalog.chain;

import static duban.catalog.chain.Rules.demand;
import static duban.catalog.chain.Rules.quota;
import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.chain.Change.What;
import duban.catalog.chain.Weaker.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    // the same in the same time is not weaker, however it is written
    "2, YEAR, 1, HALF_YEAR, ''",
    "2, YEAR, 2, YEAR, ''",
    "1, YEAR, 2, YEAR, ''",
    "4, YEAR, 1, QUARTER, ''",
    "1, TERM, 1, YEAR, ''",
    // all of it may now be done at the end
    "1, HALF_YEAR, 2, YEAR, LONGER_PERIOD",
    "1, HALF_YEAR, 4, YEAR, ''",
    "2, YEAR, 1, YEAR, FEWER_TIMES",
    "1, YEAR, 1, TERM, FEWER_TIMES LONGER_PERIOD",
    "1, YEAR, 5, TERM, LONGER_PERIOD",
    "1, WEEK, 1, MONTH, FEWER_TIMES LONGER_PERIOD",
    "1, QUARTER, 1, HALF_YEAR, FEWER_TIMES LONGER_PERIOD"
  })
  void asksForLessWhereFewerAreOwedInTheSameTimeOrLater(
      int before, String period, int now, String periodNow, String reasons) {
    assertThat(
            reasons(
                demand("MUST", quota(before, period, termOf(period)), "A"),
                demand("MUST", quota(now, periodNow, termOf(periodNow)), "A")))
        .isEqualTo(
            Arrays.stream(reasons.split(" "))
                .filter(it -> !it.isEmpty())
                .map(Reason::valueOf)
                .toList());
  }

  private static String termOf(String period) {
    return period.equals("TERM") ? ", \"termOf\": \"DISTRICT\"" : "";
  }

  @Test
  void eachSecondYearIsLessThanEachYear() {
    assertThat(
            reasons(
                demand("MUST", quota(1, "YEAR"), "A"),
                demand("MUST", quota(1, "YEAR", ", \"every\": 2"), "A")))
        .containsExactly(Reason.FEWER_TIMES, Reason.LONGER_PERIOD);
  }

  @Test
  void twoMonthsOfTheYearAreAsMuchAsTwoTimes() {
    var months = demand("MUST", quota(1, "MONTH", ", \"months\": [3, 9]"), "A");
    assertThat(reasons(demand("MUST", quota(2, "YEAR"), "A"), months)).isEmpty();
    assertThat(reasons(demand("MUST", quota(3, "YEAR"), "A"), months))
        .containsExactly(Reason.FEWER_TIMES);
  }

  @Test
  void noNumberIsLessThanAny() {
    assertThat(
            reasons(
                demand("MUST", quota(1, "YEAR"), "A"),
                demand("MUST", "{\"kind\": \"STANDING\"}", "A")))
        .containsExactly(Reason.FEWER_TIMES);
    assertThat(
            reasons(
                demand("MUST", "{\"kind\": \"STANDING\"}", "A"),
                demand(
                    "MUST",
                    "{\"kind\": \"STANDING\", \"review\": \"TERM\", \"termOf\": \"PARTY\"}",
                    "A")))
        .containsExactly(Reason.LONGER_PERIOD);
  }

  @ParameterizedTest
  @CsvSource({
    "MUST, IN_PRINCIPLE, true",
    "MUST, AIM, true",
    "IN_PRINCIPLE, MAY, true",
    "MAY, MUST, false",
    "MUST, MUST, false"
  })
  void aSofterWordIsWeaker(String before, String now, boolean weaker) {
    assertThat(reasons(demand(before, quota(1, "YEAR"), "A"), demand(now, quota(1, "YEAR"), "A")))
        .isEqualTo(weaker ? List.of(Reason.SOFTER) : List.of());
  }

  @Test
  void whoeverNoLongerOwesItIsNamed() {
    var comparison =
        new Comparison(
            demand("MUST", quota(1, "YEAR"), "A", "B", "C"),
            demand("MUST", quota(1, "YEAR"), "B", "D"));
    assertThat(comparison.weaker())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.NARROWER_CIRCLE);
              assertThat(it.sentence()).isEqualTo("责任单位减少:不再包括单位A、单位C");
              assertThat(it.english()).isEqualTo("a narrower circle: without 单位A, 单位C");
            });
    assertThat(comparison.changes()).extracting(Change::what).containsExactly(What.WHO);
  }

  @Test
  void anotherUnitInsteadOfAllIsNoNarrowerCircleButNobodyIs() {
    var before = demand("MUST", quota(1, "YEAR"), "A");
    assertThat(reasons(before, demand("MUST", quota(1, "YEAR"), "B"))).isEmpty();
    assertThat(reasons(before, demand("MUST", quota(1, "YEAR"), "A", "B"))).isEmpty();
    assertThat(reasons(before, demand("MUST", quota(1, "YEAR"))))
        .containsExactly(Reason.NARROWER_CIRCLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'attribute': 'days', 'atLeast': 1}                          | true",
        "{'attribute': 'days', 'atLeast': 2}                          | false",
        "{'attribute': 'days', 'atLeast': 3}                          | false",
        "{'attribute': 'days', 'atMost': 2}                           | true",
        "{'attribute': 'days', 'atLeast': 2, 'when': 'FIRST_OF_TERM'} | true",
        "{'attribute': 'hours', 'atLeast': 2}                         | true",
      })
  void aConditionThatIsGoneOrLooserIsWeaker(String now, boolean weaker) {
    String asked = "{'attribute': 'days', 'atLeast': 2}";
    assertThat(
            reasons(
                demand("MUST", quota(1, "YEAR", conditions(asked)), "A"),
                demand("MUST", quota(1, "YEAR", conditions(now)), "A")))
        .isEqualTo(weaker ? List.of(Reason.CONDITION_LESS) : List.of());
  }

  @Test
  void anotherValueIsAConditionLess() {
    var was = quota(1, "YEAR", conditions("{'attribute': 'held', 'is': true}"));
    var is = quota(1, "YEAR", conditions("{'attribute': 'held', 'is': false}"));
    assertThat(reasons(demand("MUST", was, "A"), demand("MUST", is, "A")))
        .containsExactly(Reason.CONDITION_LESS);
    assertThat(reasons(demand("MUST", was, "A"), demand("MUST", was, "A"))).isEmpty();
  }

  @Test
  void allTogetherOnceIsLessThanEach() {
    var each = demand("MUST", quota(1, "YEAR"), "A", "B");
    var one = Rules.obligation("MUST", "每年至少两次", quota(1, "YEAR"), "JOINT");
    var together = new Demand(one, each.circle());
    assertThat(reasons(each, together)).containsExactly(Reason.NARROWER_CIRCLE);
    assertThat(new Comparison(each, together).changes())
        .extracting(Change::what)
        .containsExactly(What.WHO);
    assertThat(reasons(together, each)).isEmpty();
  }

  private static String conditions(String one) {
    return ", \"termOf\": \"DISTRICT\", \"conditions\": [" + one.replace('\'', '"') + "]";
  }

  @Test
  void whatChangedIsSaidInBothLanguages() {
    var before = demand("MUST", quota(2, "YEAR"), "A");
    var now = demand("IN_PRINCIPLE", quota(1, "HALF_YEAR"), "A");
    assertThat(new Comparison(before, now).changes())
        .extracting(Change::sentence)
        .containsExactly("次数:原为“每年2次”,现为“每半年1次”", "周期:原为“每年”,现为“每半年”", "刚性:原为“必须”,现为“原则上”");
    assertThat(new Comparison(before, now).changes())
        .extracting(Change::english)
        .containsExactly(
            "times: was “in each year: 2”, is “in each half-year: 1”",
            "period: was “in each year”, is “in each half-year”",
            "strength: was “must”, is “in principle”");
    var rarer = demand("MUST", quota(2, "YEAR", ", \"every\": 2"), "A");
    assertThat(new Comparison(before, rarer).changes())
        .extracting(Change::english)
        .contains("period: was “in each year”, is “in each 2nd year”");
    var other =
        new Demand(
            Rules.obligation("MUST", "应当经常", quota(2, "YEAR", ", \"due\": \"--06-30\"")),
            before.circle());
    assertThat(new Comparison(before, other).changes())
        .extracting(Change::what)
        .containsExactly(What.RULE, What.QUOTE);
    assertThat(new Comparison(before, before).changes()).isEmpty();
  }

  private static List<Reason> reasons(Demand before, Demand now) {
    return new Comparison(before, now).weaker().stream().map(Weaker::reason).toList();
  }
}
