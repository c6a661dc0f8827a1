package duban.catalog.writing;

import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static duban.catalog.writing.Duties.late;
import static duban.catalog.writing.Duties.make;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Only an occasion of a yearly type is waited for without a date. */
@QuarkusTest
class YearlyTypesTest {

  private static String type(String id, boolean yearly, boolean makesDeadlines) {
    return "{\"id\": \"%s\", \"name\": \"年会\", \"yearly\": %s, \"makesDeadlines\": %s}"
        .formatted(id, yearly, makesDeadlines);
  }

  @Test
  void noTypeIsBothYearlyAndOnlyCounted() {
    post("occasion-types", type("YT_BOTH", true, false))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:invalid-occasion-type"))
        .body("field", equalTo("yearly"))
        .body("detail", startsWith("yearly is true, but makesDeadlines false"));
  }

  @Test
  void aTypeStaysYearlyWhileADutyIsDueWithoutItsDate() {
    post("occasion-types", type("YT_FALLS", true, true)).then().statusCode(201);
    make(
        late(
            "o-yt",
            """
            {"kind": "EACH_TIME", "occasion": "YT_FALLS", "timing": "BEFORE",
             "fallbackDue": "--11-30"}
            """,
            "JDGW-01"));
    String path = "occasion-types/YT_FALLS";
    put(path, type("YT_FALLS", false, true))
        .then()
        .statusCode(422)
        .body("field", equalTo("yearly"))
        .body("detail", containsString("obligation o-yt is due on --11-30"));
    // What is only counted has no dates at all, whatever its rule says.
    put(path, type("YT_FALLS", false, false)).then().statusCode(200);
  }
}
