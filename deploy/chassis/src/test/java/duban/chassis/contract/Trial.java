package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operation and all its cases, in order, example by example. */
final class Trial {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** One test. */
  record Step(String name, Action action) {
    void run() throws Exception {
      action.run();
    }
  }

  /** What a test does. */
  interface Action {
    void run() throws Exception;
  }

  private final Operation operation;
  private final Valid valid;
  private final URI server;
  private final Supplier<?> tables;
  private final boolean tried;
  private @Nullable Request request;
  private @Nullable Object before;
  private @Nullable LogWatch log;

  Trial(Operation operation, Valid valid, URI server, Supplier<?> tables, boolean tried) {
    this.operation = operation;
    this.valid = valid;
    this.server = server;
    this.tables = tables;
    this.tried = tried;
  }

  String name() {
    return operation.name();
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!operation.hasBody()) {
      round("", null, ParameterCases.of(operation), steps);
      return steps;
    }
    var fields = new FieldCases(operation);
    valid
        .examples()
        .forEach(
            (name, body) -> {
              List<Case> cases = new ArrayList<>();
              if (steps.isEmpty()) {
                cases.addAll(BodyCases.of(body));
                cases.addAll(ParameterCases.of(operation));
              }
              cases.addAll(fields.of(body));
              round(name + ": ", body, cases, steps);
            });
    return steps;
  }

  private void round(String of, @Nullable JsonNode body, List<Case> cases, List<Step> steps) {
    steps.add(new Step(of + "is taken", () -> begin(body)));
    cases.forEach(it -> steps.add(new Step(of + it.name(), () -> refuses(it))));
    if (tried) {
      steps.add(new Step(of + "the same id with another content", this::refusesAnother));
    }
    steps.add(new Step(of + "leaves the tables and the log as they were", this::end));
  }

  private void begin(@Nullable JsonNode body) throws IOException, InterruptedException {
    request = null;
    var first = valid.request(body, CLIENT, server);
    var answer = tried ? send(first) : null;
    // The edit has made a new version.
    var next = valid.request(body, CLIENT, server);
    before = tables.get();
    log = new LogWatch();
    if (answer != null) {
      assertThat(answer.statusCode())
          .as("%s %s", first.path(), new String(answer.body(), StandardCharsets.UTF_8))
          .isBetween(200, 299);
    }
    request = next;
  }

  private void refuses(Case one) throws IOException, InterruptedException {
    Verdict.check(operation, one, send(one.change().apply(begun())));
  }

  private void refusesAnother() throws IOException, InterruptedException {
    var another = Valid.another(operation, begun());
    if (another != null) {
      var answer = send(another);
      assertThat(answer.statusCode()).isEqualTo(409);
      Verdict.check(operation, Case.of("another content", it -> it), answer);
    }
  }

  private void end() {
    begun();
    try (var watched = log) {
      assertThat(tables.get()).as("what is stored").isEqualTo(before);
      assertThat(watched == null ? List.of() : watched.warnings()).as("the log").isEmpty();
    }
  }

  private Request begun() {
    if (request == null) {
      throw new AssertionError("the example was not taken");
    }
    return request;
  }

  private HttpResponse<byte[]> send(Request it) throws IOException, InterruptedException {
    return CLIENT.send(it.to(server), HttpResponse.BodyHandlers.ofByteArray());
  }
}
