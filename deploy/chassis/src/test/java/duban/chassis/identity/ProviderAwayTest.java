package duban.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Provider;
import duban.chassis.tokens.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
@TestProfile(ProviderAwayTest.Away.class)
class ProviderAwayTest {

  private static final String PORT = "duban.test.provider-port";
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration TRUSTED = Duration.ofSeconds(12);

  /** At its port listens nobody. */
  public static class Away implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var port = socket.getLocalPort();
        return Map.of(
            PORT,
            Integer.toString(port),
            "quarkus.oidc.auth-server-url",
            Provider.issuer(port),
            "quarkus.oidc.token.issuer",
            Provider.issuer(port),
            "duban.identity.keys-refresh",
            "1s",
            "duban.identity.keys-trusted",
            TRUSTED.toSeconds() + "s");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Inject MeterRegistry metrics;

  private final int port = ConfigProvider.getConfig().getValue(PORT, Integer.class);

  private Response called() {
    var claims = Tokens.claims(List.of("reader:CY"), List.of());
    claims.setIssuer(Provider.issuer(port));
    return given()
        .header("Authorization", "Bearer " + Tokens.sign(claims, Keys.present()))
        .get("/caller");
  }

  private double measured(String name) {
    return metrics.get(name).gauge().value();
  }

  private static int anonymous() {
    return given().get("/caller").statusCode();
  }

  @Test
  @SuppressWarnings("try") // it only has to be there
  void whoSendsNoTokenNoticesNothingAndWhoSendsOneIsToldToComeAgain() throws IOException {
    assertThat(anonymous()).isEqualTo(200);
    given().get("/caller/known").then().statusCode(401);
    called()
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .header("WWW-Authenticate", nullValue())
        .body("type", equalTo("urn:duban:problem:sign-in-unavailable"));
    assertThat(measured("duban.identity.keys.known")).isZero();
    assertThat(measured("duban.identity.keys.age.seconds")).isPositive();

    try (var provider = Provider.at(port)) {
      await().atMost(SOON).until(() -> called().statusCode() == 200);
      assertThat(measured("duban.identity.keys.known")).isEqualTo(1);
      assertThat(measured("duban.identity.keys.age.seconds")).isLessThan(TRUSTED.toSeconds());
    }
    assertThat(called().statusCode()).isEqualTo(200);

    // Its keys are not believed for ever.
    await().atMost(SOON.multipliedBy(2)).until(() -> called().statusCode() == 503);
    assertThat(measured("duban.identity.keys.known")).isZero();
    assertThat(measured("duban.identity.keys.age.seconds")).isGreaterThan(TRUSTED.toSeconds());
    assertThat(anonymous()).isEqualTo(200);

    try (var provider = Provider.at(port)) {
      await().atMost(SOON).until(() -> called().statusCode() == 200);
    }
  }
}
