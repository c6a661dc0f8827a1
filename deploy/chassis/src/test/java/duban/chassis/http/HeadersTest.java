package duban.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import duban.chassis.backbone.Backbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and what none does. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
class HeadersTest {

  @TestHTTPResource("/")
  URI root;

  @ParameterizedTest
  @ValueSource(
      strings = {"/echo/broken", "/echo/away", "/nothing", "/docs/", "/docs/start.js", "/openapi"})
  void everyAnswerSaysHowItMayBeUsedAndNotByWhatItWasMade(String path) {
    var headers = given().get(path).then().extract().headers();
    assertThat(headers.getValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.getValues("Content-Security-Policy"))
        .hasSize(1)
        .allMatch(it -> it.contains("frame-ancestors 'none'") && it.contains("base-uri 'none'"));
    assertThat(headers.getValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(headers.getValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    assertThat(headers.getValues("Cache-Control")).hasSize(1);
    assertThat(headers.getValues("X-Request-ID")).hasSize(1);
    for (var none :
        List.of(
            "Server", "X-Powered-By", "Strict-Transport-Security", "Access-Control-Allow-Origin")) {
      assertThat(headers.getValues(none)).as(none).isEmpty();
    }
  }

  /** The page loads its own files; what would load nothing would show nothing. */
  @Test
  void thePageOfTheApiMayLoadItsOwnFilesAndAnAnswerNothing() {
    given()
        .get("/docs/")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'self';"));
    given()
        .get("/nothing")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'none';"));
  }

  @Test
  void whatIsNobodysBusinessIsKeptByNobody() {
    given().get("/echo/broken").then().header("Cache-Control", "no-store");
    given().get("/nothing").then().header("Cache-Control", "no-store");
    given().get("/docs/").then().header("Cache-Control", "max-age=600");
  }

  @Test
  void aBodyThatIsTooLargeIsAnsweredWithThemToo() throws Exception {
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket
          .getOutputStream()
          .write(
              "POST /api/chassis/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("x-content-type-options: nosniff")
          .containsIgnoringCase("x-request-id: ");
    }
  }

  /** Nobody has named an origin. */
  @Test
  void noOtherSiteMayReadOrAskFirst() {
    given()
        .header("Origin", "https://elsewhere.example")
        .get("/nothing")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/echo")
        .then()
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Methods", nullValue());
  }

  @Test
  void aFailureTellsNothingOfTheInside() {
    given()
        .get("/echo/broken")
        .then()
        .statusCode(500)
        .body(not(containsString("SELECT")), not(containsString("duban.hidden")))
        .body(not(containsString("Exception")), not(containsString("at duban")));
  }

  @Test
  void whatIsLoggedForARequestBearsItsId() {
    var heard = new StringBuilder();
    var ear =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            if (record.getThrown() != null && record instanceof ExtLogRecord extended) {
              heard.append(extended.getMdc("request")).append(' ');
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    var log = Logger.getLogger("");
    log.addHandler(ear);
    try {
      given()
          .header("X-Request-ID", "the-order-of-27")
          .get("/echo/broken")
          .then()
          .statusCode(500)
          .header("X-Request-ID", equalTo("the-order-of-27"));
    } finally {
      log.removeHandler(ear);
    }
    assertThat(heard.toString()).contains("the-order-of-27");
  }
}
