package duban.catalog.rights;

import static io.restassured.RestAssured.given;

import duban.chassis.tokens.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks, in two districts of one city. */
enum Account {
  ANONYMOUS(null),
  /** Has signed in, and nothing more. */
  GUEST(""),
  /** Of Chaoyang, for one of its departments. */
  CY_REPORTER("reporter:CY", "QZF-BM-03"),
  CY_SUPERVISOR("supervisor:CY", "RDCWH-BG"),
  HD_SUPERVISOR("supervisor:HD", "HD-BG"),
  HD_LEADER("leader:HD", "HD"),
  /** For a department that owes something by the internal document. */
  HD_REPORTER("reporter:HD", "HD-ZF-01"),
  /** For a member of the group that handles it too. */
  HD_CO_REPORTER("reporter:HD", "HD-ZF-02"),
  /** Only over the district's government. */
  HD_GOVERNMENT("supervisor:HD-ZF", "HD-ZF"),
  CITY_SUPERVISOR("supervisor:BJ", "BJ-BG"),
  CITY_LEADER("leader:BJ", "BJ-BG"),
  HD_READER("reader:HD", "HD-ZF"),
  HD_REVIEWER("reviewer:HD", "HD-BG"),
  HD_SIGNER("signer:HD", "HD-BG"),
  CITY_ADMINISTRATOR("administrator:BJ", "BJ-BG"),
  /** Of a district that nobody has made yet. */
  TJ_SUPERVISOR("supervisor:TJ", "TJ"),
  CITY_BOTH("supervisor:BJ administrator:BJ", "BJ-BG");

  private static final String API = "/api/catalog/";

  private final @Nullable String grant;
  private final List<String> units;

  Account(@Nullable String grant, String... units) {
    this.grant = grant;
    this.units = List.of(units);
  }

  RequestSpecification asks() {
    return grant == null
        ? given()
        : given()
            .header(
                "Authorization",
                "Bearer "
                    + Tokens.of(grant.isEmpty() ? List.of() : List.of(grant.split(" ")), units));
  }

  Response get(String path) {
    return asks().get(API + path);
  }

  Response post(String path, String body) {
    return json(body).post(API + path);
  }

  /** Starts from the version that the city sees. */
  Response put(String path, String body) {
    var etag = CITY_LEADER.get(path.split("\\?")[0]).header("ETag");
    return put(path, etag == null ? "\"1\"" : etag, body);
  }

  Response put(String path, String etag, String body) {
    return json(body).header("If-Match", etag).put(API + path);
  }

  private RequestSpecification json(String body) {
    return asks().contentType("application/json; charset=UTF-8").body(body);
  }
}
