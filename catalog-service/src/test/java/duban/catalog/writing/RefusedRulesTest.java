package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A rule that can never be met, or speaks of what is not there, is refused with field and reason.
 */
@QuarkusTest
class RefusedRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 0 | times",
        "422 | 'kind': 'WINDOW', 'period': 'YEAR', 'times': 1, 'opens': '--10-01', 'due': '--09-30' | rule.due is --09-30, but must not lie before rule.opens --10-01",
        "400 | 'kind': 'WINDOW', 'period': 'YEAR', 'times': 1, 'due': '--04-31' | rule.due is '--04-31'",
        "400 | 'kind': 'WINDOW', 'period': 'MONTH', 'times': 1, 'due': '---32' | rule.due is '---32'",
        "422 | 'kind': 'WINDOW', 'period': 'MONTH', 'times': 1, 'due': '--10-31' | rule.due is --10-31, which is no day of a MONTH; give a day such as ---25",
        "422 | 'kind': 'WINDOW', 'period': 'QUARTER', 'times': 1, 'due': 'P4M' | rule.due is P4M, which is no day of a QUARTER; give a span such as P3D, from its first day, or -P3D, before its last, of less than 90 days",
        "422 | 'kind': 'CHECKPOINTS', 'period': 'QUARTER', 'checkpoints': [{'name': '季末', 'due': 'P4M', 'completes': 'CHECKED'}] | 季末.due is P4M, which is no day of a QUARTER",
        "422 | 'kind': 'CHECKPOINTS', 'period': 'YEAR', 'checkpoints': [{'name': '年中', 'opens': '--08-01', 'due': '--06-30', 'completes': 'CHECKED'}] | 年中 is due before it opens",
        "422 | 'kind': 'CHECKPOINTS', 'period': 'YEAR', 'checkpoints': [{'name': '年中', 'due': '--06-30', 'completes': 'CHECKED'}, {'name': '年中', 'due': '--07-31', 'completes': 'CHECKED'}] | has a name twice",
        "422 | 'kind': 'QUOTA', 'period': 'TERM', 'times': 1 | rule.termOf is missing",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'months': [3] | rule.months keeps MONTH",
        "400 | 'kind': 'QUOTA', 'period': 'MONTH', 'times': 1, 'months': [13] | months",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 2, 'pace': [{'count': 3, 'by': '--06-30'}] | rule.pace asks for 3 by --06-30, but rule.times is 2; give a count from 1 to 2",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 2, 'due': '--10-31', 'pace': [{'count': 1, 'by': '--11-30'}] | outside of the window; give a day from its rule.opens to its rule.due",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 2, 'pace': [{'count': 2, 'by': '--03-31'}, {'count': 1, 'by': '--06-30'}] | must grow with its days; give a later day a greater count",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'wisdom', 'atLeast': 1}] | 'wisdom', which nothing records",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'form', 'atLeast': 1}] | which is no number",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'days', 'is': '很多'}] | compare 'days' with '很多'",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'days', 'atLeast': 3, 'atMost': 2}] | at least 3 and at most 2",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'days', 'atLeast': 2, 'when': 'FIRST_OF_TERM'}] | rule.termOf is missing",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'days', 'atLeast': 2}, {'attribute': 'days', 'atMost': 1}] | of days contradict each other",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'days', 'is': 1, 'atLeast': 2}] | of days contradict each other",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'conditions': [{'attribute': 'days', 'is': 1}, {'attribute': 'days', 'is': 2}] | of days contradict each other",
        "422 | 'kind': 'CHECKPOINTS', 'period': 'TERM', 'termOf': 'TOWNSHIP', 'checkpoints': [{'name': '届末', 'due': 'P72M', 'completes': 'CHECKED'}] | 届末.due is P72M, which is no day of a TERM",
        "422 | 'kind': 'CHECKPOINTS', 'period': 'YEAR', 'checkpoints': [{'name': '年中', 'due': '--06-30', 'completes': 'REVIEWD'}] | 年中.completes is REVIEWD, which completes no checkpoint",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'NOT_BEFORE', 'requires': 'FULL_MOON' | rule.requires is 'FULL_MOON'",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'FULL_MOON', 'timing': 'AFTER' | rule.occasion is 'FULL_MOON'",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'AFTER', 'when': {'attribute': 'annual', 'is': true} | 'annual', which is not recorded of a SUGGESTION_ASSIGNED",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'AFTER', 'offset': '-P10D' | rule.offset is -P10D, but rule.timing is AFTER; give one without a minus, such as P10D",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'BEFORE', 'offset': 'P10D' | rule.offset is P10D, but rule.timing is BEFORE; give one with a minus, such as -P10D",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'AT', 'offset': 'P10D' | rule.offset is P10D, but rule.timing is AT; leave it out",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'BEFORE', 'fallbackDue': '--11-30' | rule.fallbackDue is --11-30, for occasions without a date, but of SUGGESTION_ASSIGNED, which is not yearly, each has one; leave it out",
        "400 | 'kind': 'EACH_TIME', 'occasion': 'suggestion', 'timing': 'AT' | rule.occasion must be 1 to 60 capitals (A to Z), digits and '_', the first a capital",
        "422 | 'kind': 'EACH_TIME', 'occasion': 'SUGGESTION_ASSIGNED', 'timing': 'NOT_BEFORE' | rule.requires is missing",
        "400 | 'kind': 'QUOTA', 'period': 'YEAR' | rule.times is missing; give a whole number",
        "400 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'lead': 'P10X' | rule.lead is 'P10X'; give a span such as \"P10D\"",
        "400 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'lead': 'P2W' | rule.lead is 'P2W'; give a span such as \"P10D\"",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'lead': 'P6M' | rule.lead is P6M; give days, such as P20D, up to P366D",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'lead': '-P6D' | rule.lead is -P6D; give days",
        "422 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 2, 'pace': [{'count': 1, 'by': 'P6M'}] | rule.pace asks for 1 by P6M, which is no day of a YEAR; give a day such as --10-31",
        "400 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 1, 'due': '2027-13-40' | rule.due is '2027-13-40'; give a day of the period that exists, such as \"--10-31\"",
        "400 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 2, 'pace': [{'count': 1, 'by': '--06-31'}] | rule.pace[0].by is '--06-31'; give a day of the period",
        "400 | 'kind': 'QUOTA', 'period': 'YEAR', 'times': 2, 'pace': [{'by': '--06-30'}] | rule.pace[0].count is missing; give a whole number",
        "400 | 'kind': 'ONE_OFF', 'due': '2027-13-40' | rule.due is '2027-13-40'; give a date that exists",
        "400 | 'kind': 'OFTEN' | rule.kind is 'OFTEN'; give one of [QUOTA, WINDOW,",
        "422 | 'kind': 'STANDING', 'review': 'TERM' | rule.termOf is missing",
        "422 | 'kind': 'STANDING', 'reviewDue': '---15' | rule.reviewDue is ---15"
      })
  void aRuleThatCanNeverBeMetIsRefusedAndNothingIsStored(int status, String rule, String detail) {
    post("obligations", draft(rule.replace('\'', '"')))
        .then()
        .statusCode(status)
        .body("detail", containsString(detail));
    get("obligations/r-refused").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"responsible\": [\"XRD-99\"], \"supervisor\": \"RDCWH-BG\", \"fanOut\": \"JOINT\"}', XRD-99",
    "'{\"responsible\": [\"@lead\"], \"supervisor\": \"RDCWH-BG\", \"fanOut\": \"JOINT\"}', units of the occasion",
    "'{\"responsible\": [\"@lead\"], \"supervisor\": \"RDCWH-BG\", \"fanOut\": \"JOINT\", \"appliesWhen\": \"是否适用\"}', who.appliesWhen is asked of units beforehand",
    "'{\"responsible\": [\"QZF\"], \"supervisor\": \"NOBODY\", \"fanOut\": \"JOINT\"}', NOBODY"
  })
  void unitsThatAreNotThereAreRefused(String who, String detail) {
    String draft = draft("\"kind\": \"QUOTA\", \"period\": \"YEAR\", \"times\": 1");
    int at = draft.indexOf("\"who\": ") + 7;
    String with = draft.substring(0, at) + who + draft.substring(draft.indexOf('}', at) + 1);
    post("obligations", with).then().statusCode(422).body("detail", containsString(detail));
  }

  @ParameterizedTest
  @CsvSource({"2028, 2028-02-29", "2029, 2029-02-28"})
  void aDayThatOnlySomeYearsHaveIsTheLastOfItsMonth(String period, String due) {
    String rule =
        "\"kind\": \"WINDOW\", \"period\": \"YEAR\", \"times\": 1, \"due\": \"--02-29\", \"roll\": \"NEXT\"";
    post("obligations/preview?years=3", draft(rule))
        .then()
        .statusCode(200)
        .body("deadlines.find { it.period == '" + period + "' }.dueOn", equalTo(due));
  }

  private static String draft(String rule) {
    return """
    {"id": "r-refused", "measureId": "chaoyang-2015-T2-1", "title": "自拟的任务要求",
     "quote": "每年10月份", "strength": "MUST",
     "who": {"responsible": ["QZF"], "supervisor": "RDCWH-BG", "fanOut": "JOINT"},
     "rule": {%s}, "afterDue": "MAKE_UP"}
    """
        .formatted(rule);
  }
}
