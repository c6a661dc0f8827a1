package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One read operation: answers as the document shows. What is read is the first thing in its list,
 * unless the test says another; a list must have something in it.
 */
record Reads(
    Operation operation, Map<String, Supplier<String>> parameters, HttpClient client, URI server) {

  private static final JsonMapper JSON = new JsonMapper();

  void run() throws IOException, InterruptedException {
    var request = request().to(server);
    var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    Promise.kept(operation, answer);
    if (isList()) {
      assertThat(JSON.readTree(answer.body()).path("items")).as(operation.name()).isNotEmpty();
    }
  }

  private boolean isList() {
    var shown = operation.response(200).path("content").path("application/json").path("schema");
    return operation.document().follow(shown).path("properties").has("items");
  }

  private Request request() throws IOException, InterruptedException {
    Map<String, Supplier<String>> all = new HashMap<>(parameters);
    for (var name : operation.parameters("path").keySet()) {
      if (!all.containsKey(name)) {
        var field = first(name);
        if (!field.isMissingNode()) {
          all.put(name, field::asText);
        }
      }
    }
    return new Valid(operation, UnaryOperator.identity(), all).request(null, client, server);
  }

  /** Under its own name in the list, or as the id of such a thing. */
  private JsonNode first(String parameter) throws IOException, InterruptedException {
    var list = URI.create(server + operation.path().replaceFirst("/\\{.*", "?limit=1"));
    var answer =
        client.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      return JSON.missingNode();
    }
    var item = JSON.readTree(answer.body()).path("items").path(0);
    return item.has(parameter) ? item.path(parameter) : item.path(parameter + "Id");
  }
}
