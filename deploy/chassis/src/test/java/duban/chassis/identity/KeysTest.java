package duban.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Provider;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the intervals as they are shipped. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
class KeysTest {

  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PublicJsonWebKey first = Keys.present();

  /** Of a name that no test before has published. */
  private final PublicJsonWebKey second = Keys.rsa("second-" + UUID.randomUUID());

  private static int status(PublicJsonWebKey key) {
    var token = Tokens.sign(Tokens.claims(List.of(), List.of()), key);
    return given().header("Authorization", "Bearer " + token).get("/caller").statusCode();
  }

  @AfterEach
  void onlyTheFirstKeySigns() {
    Keys.publish(first);
  }

  @Test
  void aNewKeyIsKnownAtOnceAndTheOldOneStaysAsLongAsTheProviderNamesIt() {
    Keys.publish(second, first);
    await().atMost(SOON).until(() -> status(second) == 200);
    assertThat(status(first)).isEqualTo(200);
  }

  @Test
  void aKeyThatIsTakenOutOrReplacedStopsWithinAMinuteThoughNobodyBringsANewOne() {
    var third = Keys.rsa("third");
    Keys.publish(first, second, third);
    await().atMost(SOON).until(() -> status(second) == 200 && status(third) == 200);
    var impostor = Keys.rsa(third.getKeyId());
    assertThat(status(impostor)).isEqualTo(401);
    Keys.publish(first, impostor);
    await().atMost(MINUTE).until(() -> status(second) == 401 && status(third) == 401);
    assertThat(status(impostor)).isEqualTo(200);
    assertThat(status(first)).isEqualTo(200);
  }

  @Test
  void keysThatNobodyKnowsDoNotMakeTheServiceAskAgainAndAgain() {
    var before = Provider.asked();
    var begin = System.nanoTime();
    for (int i = 0; i < 300; i++) {
      assertThat(status(second)).isEqualTo(401);
    }
    var seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    assertThat(Provider.asked() - before).isLessThanOrEqualTo((int) (2 + seconds / 5));
  }
}
