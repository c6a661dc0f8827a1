package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Occasions.ids;
import static duban.catalog.writing.Occasions.occasion;
import static duban.catalog.writing.Occasions.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionRepository;
import duban.catalog.occasion.YearlyOccasions;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what is expected each year there is one before anybody knows its date. */
@QuarkusTest
class YearlyOccasionsTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-10-25");

  @Inject YearlyOccasions yearly;
  @Inject OccasionRepository occasions;

  private static List<String> taking(String type, int year) {
    return ids("occasions?type=%s&year=%d&cancelled=false".formatted(type, year));
  }

  /** Makes the type; answers the one of 2028. */
  private static String expected(String type) {
    post("occasion-types", type(type, true, "")).then().statusCode(201);
    assertThat(taking(type, 2027)).hasSize(1);
    assertThat(taking(type, 2028)).hasSize(1);
    assertThat(taking(type, 2029)).isEmpty();
    return taking(type, 2028).get(0);
  }

  @Test
  void aYearlyTypeHasOneForThisYearAndTheNextAtOnce() {
    String id = expected("Y_FIRST");
    get("occasions/" + id)
        .then()
        .body("date", nullValue())
        .body("year", equalTo(2028))
        .body("unit", nullValue());
    assertThat(UUID.fromString(id).version()).isEqualTo(5);
    assertThat(yearly.ensure(TODAY)).isEmpty();
  }

  @Test
  @TestTransaction
  void aNewYearBringsTheNextOne() {
    expected("Y_NEXT");
    assertThat(yearly.ensure(LocalDate.parse("2028-01-01"))).isNotEmpty();
    assertThat(yearly.ensure(LocalDate.parse("2028-01-01"))).isEmpty();
    assertThat(occasions.occasions().stream().filter(it -> it.type().equals("Y_NEXT")))
        .extracting(Occasion::year)
        .containsExactly(2027, 2028, 2029);
  }

  @Test
  void givingItItsDateKeepsItsId() {
    String id = expected("Y_DATED");
    put("occasions/" + id, occasion(id, "Y_DATED", "2028-01-12", "")).then().statusCode(200);
    assertThat(taking("Y_DATED", 2028)).containsExactly(id);
    assertThat(yearly.ensure(TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Y_ALL, ''", "Y_OWN, QFY"})
  void oneThatIsExpectedInAYearNeverLeavesIt(String type, String unit) {
    String keptBy = unit.isEmpty() ? "" : ", \"keptBy\": [\"" + unit + "\"]";
    String whose = unit.isEmpty() ? "" : "\"unit\": \"" + unit + "\", ";
    post("occasion-types", type(type, true, "").replace("}", keptBy + "}")).then().statusCode(201);
    String id = taking(type, 2028).get(0);
    String path = "occasions/" + id;
    String other = " but this occasion stands for 2028: give a day of 2028, or enter another of ";
    String named = whose + "\"name\": \"会\"";
    for (String date : new String[] {"2027-12-28", "2029-01-05"}) {
      put(path, occasion(id, type, date, named))
          .then()
          .statusCode(422)
          .body("field", equalTo("date"))
          .body("detail", startsWith("date is " + date + "," + other + date.substring(0, 4)));
    }
    put(path, occasion(id, type, null, named + ", \"year\": 2029"))
        .then()
        .statusCode(422)
        .body("field", equalTo("year"))
        .body("detail", startsWith("year is 2029," + other + "2029"));
    put(path, occasion(id, type, "2028-01-12", named)).then().statusCode(200);
    put(path, occasion(id, type, "2027-12-28", named)).then().statusCode(422);
    assertThat(taking(type, 2028)).containsExactly(id);
  }

  @Test
  void anotherWithADateTakesItsPlaceAndGivesItBackWhenItIsCancelled() {
    String id = expected("Y_OTHER");
    String other = UUID.randomUUID().toString();
    post("occasions", occasion(other, "Y_OTHER", "2028-03-01", "\"unit\": \"QFY\""))
        .then()
        .statusCode(201);
    assertThat(taking("Y_OTHER", 2028)).containsExactly(other);
    get("occasions/" + id).then().body("cancelled", equalTo(true));
    put(
            "occasions/" + other,
            occasion(other, "Y_OTHER", "2028-03-01", "\"unit\": \"QFY\", \"cancelled\": true"))
        .then()
        .statusCode(200);
    assertThat(taking("Y_OTHER", 2028)).containsExactly(id);
  }

  @Test
  void whatStaffCancelStaysCancelledAndWhatTheyTouchedStaysTheirs() {
    String id = expected("Y_STAFF");
    put("occasions/" + id, occasion(id, "Y_STAFF", null, "\"year\": 2028, \"cancelled\": true"))
        .then()
        .statusCode(200);
    assertThat(yearly.ensure(TODAY)).isEmpty();
    assertThat(taking("Y_STAFF", 2028)).isEmpty();
    String touched = taking("Y_STAFF", 2027).get(0);
    put(
            "occasions/" + touched,
            occasion(touched, "Y_STAFF", null, "\"year\": 2027, \"name\": \"会\""))
        .then()
        .statusCode(200);
    String other = UUID.randomUUID().toString();
    post("occasions", occasion(other, "Y_STAFF", "2027-12-01", "")).then().statusCode(201);
    assertThat(taking("Y_STAFF", 2027)).containsExactlyInAnyOrder(touched, other);
  }

  @Test
  void aTypeThatIsNotYearlyAnyMoreExpectsNone() {
    String id = expected("Y_ONCE");
    put("occasion-types/Y_ONCE", type("Y_ONCE", false, "")).then().statusCode(200);
    assertThat(taking("Y_ONCE", 2028)).isEmpty();
    put("occasion-types/Y_ONCE", type("Y_ONCE", true, "")).then().statusCode(200);
    assertThat(taking("Y_ONCE", 2028)).containsExactly(id);
  }
}
