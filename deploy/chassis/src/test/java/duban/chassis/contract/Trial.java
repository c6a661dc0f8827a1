package duban.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operation and all its cases, in order. */
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
    List<Case> cases = new ArrayList<>();
    if (operation.hasBody()) {
      var example = valid.example();
      cases.addAll(BodyCases.of(example));
      cases.addAll(FieldCases.of(operation, example));
    }
    cases.addAll(ParameterCases.of(operation));
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("takes its example", this::begin));
    cases.forEach(it -> steps.add(new Step(it.name(), () -> refuses(it))));
    if (tried) {
      steps.add(new Step("the same id with another content", this::refusesAnother));
    }
    steps.add(new Step("leaves the tables and the log as they were", this::end));
    return steps;
  }

  private void begin() throws IOException, InterruptedException {
    var first = valid.request(CLIENT, server);
    var answer = tried ? send(first) : null;
    // The edit has made a new version.
    request = valid.request(CLIENT, server);
    before = tables.get();
    log = new LogWatch();
    if (answer != null) {
      assertThat(answer.statusCode())
          .as("%s %s", first.path(), new String(answer.body(), StandardCharsets.UTF_8))
          .isBetween(200, 299);
    }
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
      throw new AssertionError("its example was not taken");
    }
    return request;
  }

  private HttpResponse<byte[]> send(Request it) throws IOException, InterruptedException {
    return CLIENT.send(it.to(server), HttpResponse.BodyHandlers.ofByteArray());
  }
}
