package duban.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backbone.class)
class ForgedTokensTest {

  private static final int FORGED = Integer.getInteger("duban.forged", 10_000);
  private static final long SEED = Long.getLong("duban.seed", new Random().nextLong());

  /** So often the genuine token beside a forged one is sent too. */
  private static final int CONTROL = 7;

  private static final int CALLERS = 8;

  private static final int FORGERS = 4;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<PublicJsonWebKey> before = Keys.published();
  private final List<PublicJsonWebKey> keys = List.of(before.get(0), Keys.ec("curve"));

  @TestHTTPResource("caller")
  URI address;

  @BeforeEach
  void theProviderHasKeysOfTwoKinds() {
    Keys.publish(keys.toArray(PublicJsonWebKey[]::new));
    var token = Tokens.sign(Tokens.claims(List.of(), List.of()), keys.get(1));
    await().atMost(Duration.ofSeconds(20)).until(() -> status(token) == 200);
  }

  @AfterEach
  void andAfterwardsTheOneAgain() {
    Keys.publish(before.toArray(PublicJsonWebKey[]::new));
  }

  @Test
  void noForgedTokenIsAcceptedAndEveryGenuineOneIs()
      throws InterruptedException, ExecutionException {
    System.out.println("-Dduban.seed=" + SEED + " forges these tokens again");
    var forged = forged();
    var controls =
        IntStream.range(0, FORGED)
            .filter(it -> it % CONTROL == 0)
            .mapToObj(it -> new Forger.Forged("genuine", forged.get(it).genuine(), ""))
            .toList();

    var answers = answers(forged);

    assertThat(answers.keySet()).hasSize(Forger.WAYS);
    assertThat(answers).allSatisfy((way, statuses) -> assertThat(statuses).containsOnlyKeys(401));
    assertThat(answers(controls)).isEqualTo(Map.of("genuine", Map.of(200, controls.size())));
  }

  /** Signing is what takes long: each forger draws a part of them by chance of his own. */
  private List<Forger.Forged> forged() {
    return IntStream.range(0, FORGERS)
        .parallel()
        .boxed()
        .flatMap(
            part -> {
              var forger = new Forger(new Random(SEED + part), keys);
              return IntStream.range(FORGED * part / FORGERS, FORGED * (part + 1) / FORGERS)
                  .mapToObj(forger::forge);
            })
        .toList();
  }

  /** How often each status came, for each way of forging. */
  private SortedMap<String, Map<Integer, Integer>> answers(List<Forger.Forged> tokens)
      throws InterruptedException, ExecutionException {
    SortedMap<String, Map<Integer, Integer>> answers = new TreeMap<>();
    var threads = Executors.newFixedThreadPool(CALLERS);
    try {
      var sent =
          tokens.stream()
              .map(it -> threads.submit(() -> Map.entry(it, status(it.token()))))
              .toList();
      for (var one : sent) {
        var answer = one.get();
        var statuses = answers.computeIfAbsent(answer.getKey().way(), way -> new TreeMap<>());
        if (statuses.merge(answer.getValue(), 1, Integer::sum) == 1) {
          System.out.println(answer.getKey().way() + " → " + answer.getValue());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return answers;
  }

  private int status(String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
