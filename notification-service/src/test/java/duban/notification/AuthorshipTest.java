package duban.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuthorshipTest extends RunningDistrict {

  private static final String LI =
      "\"name\":\"李\",\"email\":\"l@x.example\",\"units\":[\"QZF-BM-01\"]";
  private static final String MINE = "\"kind\":\"WINDOW\",\"unit\":\"QZF-BM-01\"";

  @BeforeEach
  void nothingWritten() {
    sql("TRUNCATE authorship");
  }

  private static List<String> written() {
    return sql(
        "SELECT concat_ws(' ', thing, id, version, unit, name) FROM authorship"
            + " LEFT JOIN author USING (actor) ORDER BY number");
  }

  private static RequestSpecification admin(String etag) {
    return as("administrator:CY", "RDCWH-BG").header("If-Match", etag);
  }

  @Test
  void eachChangeOfAContactAPolicyAndTheSwitchNamesItsAuthor() {
    admin("").body("{\"id\":\"li\"," + LI + "}").post(API + "contacts").then().statusCode(201);
    admin("\"1\"").body("{" + LI + ",\"active\":false}").put(API + "contacts/li");
    admin("").body("{\"id\":\"mine\"," + MINE + ",\"steps\":[]}").post(API + "policies");
    admin("\"1\"").body("{\"enabled\":false,\"steps\":[]}").put(API + "policies/mine");
    given().spec(admin("")).get(API + "release").then().statusCode(200);
    admin("\"1\"").body("{\"released\":false,\"reason\":\"检查\"}").put(API + "release");
    assertThat(written())
        .containsExactly(
            "contact li 1 RDCWH-BG 张三",
            "contact li 2 RDCWH-BG 张三",
            "policy mine 1 RDCWH-BG 张三",
            "policy mine 2 RDCWH-BG 张三",
            "release release 2 RDCWH-BG 张三");
  }

  @Test
  void whatIsOnlyTriedOrSaidAgainOrRefusedHasNoAuthor() {
    var contact = "{\"id\":\"li\"," + LI + "}";
    var policy = "{\"id\":\"mine\"," + MINE + ",\"steps\":[]}";
    admin("").body(contact).post(API + "contacts?dryRun=true").then().statusCode(200);
    admin("").body(policy).post(API + "policies?dryRun=true").then().statusCode(200);
    assertThat(written()).isEmpty();
    admin("").body(contact).post(API + "contacts").then().statusCode(201);
    admin("").body(policy).post(API + "policies").then().statusCode(201);
    sql("TRUNCATE authorship");
    admin("").body(contact).post(API + "contacts").then().statusCode(200);
    admin("").body(policy).post(API + "policies").then().statusCode(200);
    admin("\"1\"")
        .body("{" + LI + ",\"active\":true}")
        .put(API + "contacts/li")
        .then()
        .statusCode(200);
    admin("\"1\"")
        .body("{\"enabled\":true,\"steps\":[]}")
        .put(API + "policies/mine")
        .then()
        .statusCode(200);
    for (var dry : List.of("contacts/li", "policies/mine")) {
      var body =
          dry.startsWith("c")
              ? "{" + LI + ",\"active\":false}"
              : "{\"enabled\":false,\"steps\":[]}";
      admin("\"1\"").body(body).put(API + dry + "?dryRun=true").then().statusCode(200);
      admin("\"7\"").body(body).put(API + dry).then().statusCode(412);
    }
    admin("\"7\"")
        .body("{\"released\":false,\"reason\":\"检查\"}")
        .put(API + "release")
        .then()
        .statusCode(412);
    assertThat(written()).isEmpty();
  }
}
