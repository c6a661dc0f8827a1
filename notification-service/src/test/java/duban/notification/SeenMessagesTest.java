package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are named by whom they went to, and of whose duties they speak. */
@QuarkusTest
class SeenMessagesTest extends RunningDistrict {

  private static final String MISSING = "123e4567-e89b-42d3-a456-426614174000";
  private static final List<String> FILTERS =
      List.of(
          "recipient=QZF-BM-01",
          "recipient=QFY",
          "state=FAILED",
          "day=2027-10-25",
          "kind=NOTICE",
          "unit=QZF-BM-01",
          "unit=QZF-BM-03",
          "unit=XDW-01",
          "unit=QFY");

  @BeforeEach
  void some() {
    sent("03", "QZF-BM-03", "'o-039-QZF-BM-03'");
    sent("01+party", "QZF-BM-01", "'o-039-QZF-BM-01','o-039-XDW-01'");
    sent("office", "RDCWH-BG", "'o-039-QZF-BM-01','o-039-QZF-BM-03'");
    sent("party", "QFY", "'o-039-XDW-01'");
    sent("lost", "QJCY", "'o-039-nobody'");
    sent("unknown", "QZFB", null);
  }

  private static void sent(String subject, String recipient, String deadlines) {
    sql(
        """
        INSERT INTO message (id, kind, recipient, channel, day, state, attempts, mail_id, address,
          subject, text, html, error, created_at, deadlines)
        VALUES (gen_random_uuid(), 'NOTICE', '%s', 'EMAIL', '2027-10-25', 'FAILED', 1, '<%s@x>',
          'li@x.example', '%s', '督办', '<p>督办</p>', '550 <Li.Mou@x.example>: no such user',
          now(), %s)
        """
            .formatted(
                recipient,
                subject,
                subject,
                deadlines == null ? "NULL" : "ARRAY[" + deadlines + "]"));
  }

  @ParameterizedTest
  @CsvSource({
    "reporter:CY, QZZ, ''",
    "reporter:QZF-BM-03, QZF-BM-03, 03",
    "reporter:QZF-BM-03, QZF-BM-01, ''",
    "reporter:CY, QZF-BM-01, 01+party",
    "reporter:CY, QFY, party",
    "reporter:CY, XDW-01, ''",
    "reporter:CY, QZFB, unknown",
    "supervisor:CY, RDCWH-BG, 03 office",
    "supervisor:CY, QWB, party",
    "supervisor:CY, QZZ, ''",
    "supervisor:QZF-BM-03, RDCWH-BG, 03",
    "leader:CY, QZZ, 01+party 03 lost office party unknown",
    "leader:QZF, QZZ, 03",
    "reviewer:QW, RDCWH-BG, ''",
    "signer:RDCWH-BG, QZZ, ''",
  })
  void eachSeesTheMessagesThatMayBeReadAsAWholeAndNoOthers(
      String grant, String unit, String subjects) {
    var who = as(grant, unit);
    assertThat(String.join(" ", all(who, "messages", "subject"))).isEqualTo(subjects);
    for (var filter : FILTERS) {
      var expected = new ArrayList<>(all(as("leader:CY"), "messages?" + filter, "subject"));
      expected.retainAll(List.of(subjects.split(" ")));
      assertThat(all(who, "messages?" + filter, "subject")).as(filter).isEqualTo(expected);
    }
    for (var subject : all(as("leader:CY"), "messages", "subject")) {
      var status = List.of(subjects.split(" ")).contains(subject) ? 200 : 404;
      given().spec(who).get(API + "messages/" + id(subject)).then().statusCode(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "QZF-BM-03, 03 office",
    "QZF-BM-01, 01+party list office",
    "XDW-01, 01+party party",
    "QFY, party",
    "NOBODY, ''",
  })
  void oneAsksForWhatAUnitWasSentAndWhatSpeaksOfIt(String unit, String subjects) {
    sql(
        """
        UPDATE message SET units = ARRAY['QZF-BM-03'] WHERE subject = '03';
        UPDATE message SET unit = 'QZF-BM-01', subject = 'list' WHERE subject = 'unknown';
        UPDATE reminder SET message_id = (SELECT id FROM message WHERE subject = 'office')
          WHERE unit = 'QZF-BM-03';
        UPDATE reminder SET message_id = (SELECT id FROM message WHERE subject = 'party')
          WHERE unit = 'XDW-01';
        """);
    var found = all(as("leader:CY"), "messages?unit=" + unit, "subject");
    assertThat(found)
        .containsExactlyInAnyOrder(subjects.isEmpty() ? new String[0] : subjects.split(" "));
  }

  private static String id(String subject) {
    return sql("SELECT id FROM message WHERE subject = '" + subject + "'").get(0);
  }

  @Test
  void oneThatHasNoWordsYetIsSeenByTheStepsThatItCarries() {
    sql(
        "UPDATE message SET state = 'READY', subject = NULL, text = NULL, html = NULL"
            + " WHERE subject = 'unknown'");
    var carried = "UPDATE reminder SET message_id = (SELECT id FROM message WHERE text IS NULL)";
    assertThat(all(as("supervisor:CY", "RDCWH-BG"), "messages", "recipient"))
        .doesNotContain("QZFB");
    sql(carried + " WHERE unit = 'QZF'");
    assertThat(all(as("supervisor:CY", "RDCWH-BG"), "messages", "recipient")).contains("QZFB");
    sql(carried + " WHERE unit = 'XDW-01'");
    assertThat(all(as("supervisor:CY", "RDCWH-BG"), "messages", "recipient"))
        .doesNotContain("QZFB");
  }

  @Test
  void oneThatWentOutStaysWithTheUnitsToWhichItWent() {
    sql(
        """
        UPDATE message SET units = ARRAY['QZF-BM-03'] WHERE subject = '03';
        UPDATE reminder SET message_id = (SELECT id FROM message WHERE subject = '03'),
          recipient = 'QZF-BM-03'
          WHERE id = (SELECT id FROM reminder WHERE unit = 'QZF' ORDER BY id LIMIT 1);
        UPDATE contact_unit SET unit = 'QJCY' WHERE contact_id = 'QZF-BM-03';
        """);
    var old = as("reporter:CY", "QZF-BM-03");
    var other = as("reporter:CY", "QJCY");
    assertThat(all(old, "messages", "subject")).containsExactly("03");
    assertThat(all(other, "messages", "subject")).containsExactly("lost");
    assertThat(all(old, "reminders", "unit")).contains("QZF");
    assertThat(all(other, "reminders", "unit")).doesNotContain("QZF");
    given().spec(other).get(API + "messages/" + id("03")).then().statusCode(404);
    assertThat(all(as("leader:QZF", "QZZ"), "messages", "subject")).contains("03");
  }

  @ParameterizedTest
  @CsvSource({
    "reporter:CY, XDW-01, l",
    "reporter:CY, QWB, ''",
    "reporter:CY, QFY, ''",
    "supervisor:CY, RDCWH-BG, l",
    "supervisor:QZF, RDCWH-BG, ''",
    "supervisor:CY, QFY, ''",
    "leader:QW, QZZ, l",
    "leader:QZF, QZZ, ''",
  })
  void aYearlyListOfWhichNobodyIsToldIsSeenByItsUnitAndByWhoSentIt(
      String grant, String unit, String lists) {
    sql(
        """
        INSERT INTO message (id, kind, channel, day, state, reason, mail_id, created_at, list, unit,
          sent_by, deadlines)
        VALUES (gen_random_uuid(), 'LIST', 'EMAIL', '2027-10-25', 'HELD', 'RELATION', '<l@x>', now(),
          'l', 'XDW-01', 'RDCWH-BG', '{}')
        """);
    assertThat(String.join(" ", all(as(grant, unit), "messages?kind=LIST", "list")))
        .isEqualTo(lists);
  }

  @Test
  void thePageEndsWithTheLastThatIsSeen() {
    as("supervisor:CY", "RDCWH-BG")
        .get(API + "messages?limit=2")
        .then()
        .body("items.size()", equalTo(2))
        .body("next", nullValue());
  }

  @Test
  void aHiddenOneIsRefusedLikeOneThatIsNot() {
    var who = as("reporter:CY", "QZF-BM-03");
    assertThat(refused(who, 404, "messages/{id}", id("party")))
        .isEqualTo(refused(who, 404, "messages/{id}", MISSING));
  }

  @Test
  void whoHasNoTokenSeesNoneAndWhoseRoleReadsNoneIsToldSo() {
    Stream.of("messages", "messages?recipient=X", "messages/" + id("03"), "messages/" + MISSING)
        .forEach(
            it -> {
              given().get(API + it).then().statusCode(401);
              as("administrator:CY", "QZF-BM-03").get(API + it).then().statusCode(403);
              as("reader:CY", "QZF-BM-03").get(API + it).then().statusCode(403);
            });
  }

  @Test
  void whatTheMailServerSaidIsToldWithoutTheAddress() {
    as("leader:CY")
        .get(API + "messages/" + id("03"))
        .then()
        .body("error", equalTo("550 <***@x.example>: no such user"))
        .body("messageId", equalTo("<03@x>"));
    as("leader:CY").get(API + "messages").then().body(not(containsString("Li.Mou")));
  }
}
