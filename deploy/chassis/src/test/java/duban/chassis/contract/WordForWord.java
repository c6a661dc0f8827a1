package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every free text of every write operation of an OpenAPI document: what is taken comes back from
 * GET exactly as it was sent, what is refused is refused with a problem that names the field.
 */
public final class WordForWord {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();

  private final Document document;
  private final Map<String, UnaryOperator<ObjectNode>> adapted = new HashMap<>();
  private Supplier<String> deadLetter = () -> "0";
  private Set<String> refusals = Set.of();
  private Set<String> lineRefusals = Set.of();
  private int sent;

  private WordForWord(Document document) {
    this.document = document;
  }

  /** Of a committed document. */
  public static WordForWord of(Path openapi) {
    try {
      return new WordForWord(Document.parse(Files.readString(openapi)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes of an example, each time that it is to be sent, what is taken then. */
  public WordForWord adapting(String operation, UnaryOperator<ObjectNode> example) {
    adapted.put(operation, example);
    return this;
  }

  /** The types of problems with which a text may be refused: that it names or quotes nothing. */
  public WordForWord refusing(String... types) {
    refusals = Set.of(types);
    return this;
  }

  /** The types of problems with which a text may be refused because it has two lines. */
  public WordForWord refusingLines(String... types) {
    lineRefusals = Set.of(types);
    return this;
  }

  /** The number of an open dead letter, another each time. */
  public WordForWord deadLetters(Supplier<String> open) {
    deadLetter = open;
    return this;
  }

  /** For a {@code @TestFactory}: a container an operation. */
  public Stream<DynamicContainer> tests() {
    return document.writes().stream()
        .filter(it -> it.hasBody() && !it.storesNothing())
        .map(it -> DynamicContainer.dynamicContainer(it.name(), of(it)));
  }

  private Stream<DynamicTest> of(Operation operation) {
    var valid =
        new Valid(
            operation,
            adapted.getOrDefault(operation.name(), UnaryOperator.identity()),
            operation.path().contains("/dead-letters/{id}/") ? Map.of("id", deadLetter) : Map.of());
    return FreeTexts.of(operation).stream()
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place.example() + ": " + place.at() + "/" + place.name(),
                    () -> {
                      for (var text : Texts.SHORT) {
                        comesBack(
                            operation, valid, place, text.replace("#", Integer.toString(sent++)));
                      }
                      for (var text : Texts.MEANINGFUL) {
                        isText(
                            operation, valid, place, text.replace("#", Integer.toString(sent++)));
                      }
                    }));
  }

  private void comesBack(Operation operation, Valid valid, FreeTexts.Place place, String text)
      throws IOException, InterruptedException {
    comesBack(operation, valid, place, text, refusals);
  }

  /** A field of one line may refuse two. */
  private void isText(Operation operation, Valid valid, FreeTexts.Place place, String text)
      throws IOException, InterruptedException {
    var types = new HashSet<>(refusals);
    if (text.contains("\n")) {
      types.addAll(lineRefusals);
    }
    comesBack(operation, valid, place, text, types);
  }

  private void comesBack(
      Operation operation, Valid valid, FreeTexts.Place place, String text, Set<String> refusals)
      throws IOException, InterruptedException {
    var server = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    var body = (ObjectNode) valid.examples().get(place.example());
    if (operation.method().equals("POST") && body.has("id")) {
      var shown = body.get("id").asText();
      var code = shown.contains("_") ? "W_" + sent : "w-" + sent;
      body.put("id", shown.length() == 36 ? UUID.randomUUID().toString() : code);
    }
    place.put(body, text);
    var request = valid.request(body, CLIENT, server);
    var answer = CLIENT.send(request.to(server), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      assertThat(refusals).as("taken, and not %s", text(answer)).isNotEmpty();
      var refused = Case.of("", it -> it, refusals.toArray(String[]::new));
      Verdict.check(operation, refused, answer);
      var detail = JSON.readTree(answer.body()).path("detail").asText();
      assertThat(place.fields()).as("named in %s", detail).anyMatch(detail::contains);
      return;
    }
    List<String> shown = new ArrayList<>();
    for (var address : addresses(request, answer)) {
      var got =
          CLIENT.send(
              HttpRequest.newBuilder(server.resolve(address)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (got.statusCode() == 200) {
        texts(JSON.readTree(got.body()), shown);
      }
    }
    assertThat(shown).as("what is shown of %s", text(answer)).contains(text);
  }

  /** Where it stands: at the address that the answer names, or its own; of a command, in a list. */
  private static List<String> addresses(Request request, HttpResponse<byte[]> answer) {
    var own = request.path().split("\\?")[0];
    var standing = answer.headers().firstValue("Location").orElse(own);
    var list = own.replaceFirst("/[^/]+/[^/]+$", "?limit=500");
    return List.of(standing, standing + "/lines", list);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static void texts(JsonNode node, List<String> into) {
    if (node.isTextual()) {
      into.add(node.textValue());
    }
    node.forEach(it -> texts(it, into));
  }
}
