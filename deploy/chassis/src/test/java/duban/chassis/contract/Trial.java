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
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operation and all its cases, in order, example by example. */
final class Trial {

  static final HttpClient CLIENT =
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
  private @Nullable Request request;
  private @Nullable String trial;
  private @Nullable Object before;
  private @Nullable LogWatch log;

  Trial(Operation operation, Valid valid, URI server, Supplier<?> tables) {
    this.operation = operation;
    this.valid = valid;
    this.server = server;
    this.tables = tables;
  }

  String name() {
    return operation.name();
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!operation.hasBody()) {
      round("", null, ParameterCases.of(operation), List.of(), steps);
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
              round(name + ": ", body, cases, fields.omissions(), steps);
            });
    return steps;
  }

  private void round(
      String of,
      @Nullable JsonNode body,
      List<Case> cases,
      List<Omission> omissions,
      List<Step> steps) {
    if (operation.canBeTried()) {
      steps.add(new Step(of + "a trial stores nothing", () -> isOnlyTried(body)));
    }
    steps.add(new Step(of + "is taken", () -> begin(body)));
    cases.forEach(it -> steps.add(new Step(of + it.name(), () -> refuses(it))));
    if (operation.canBeTried() || operation.takesOnce()) {
      omissions.forEach(
          it -> steps.add(new Step(of + it.label() + ": null is as absent", () -> isAsAbsent(it))));
    }
    if (operation.takesOnce()) {
      steps.add(new Step(of + "the same id with another content", this::refusesAnother));
    }
    steps.add(new Step(of + "leaves the tables and the log as they were", this::end));
  }

  private void begin(@Nullable JsonNode body) throws IOException, InterruptedException {
    request = null;
    var expected = trial;
    trial = null;
    var first = valid.request(body, CLIENT, server);
    var answer = send(first);
    // The edit has made a new version.
    var next = valid.request(body, CLIENT, server);
    before = tables.get();
    log = new LogWatch();
    assertThat(answer.statusCode()).as("%s %s", first.path(), text(answer)).isBetween(200, 299);
    Promise.kept(operation, answer);
    if (expected != null) {
      assertThat(text(answer)).as("what the trial foretold").isEqualTo(expected);
    }
    isRead(first, answer);
    request = next;
  }

  /** Before it is done, while all that it would do is still to be done. */
  private void isOnlyTried(@Nullable JsonNode body) throws IOException, InterruptedException {
    trial = null;
    var stored = tables.get();
    var answer = send(dry(valid.request(body, CLIENT, server)));
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    Promise.kept(operation, answer);
    assertThat(tables.get()).as("what a trial stores").isEqualTo(stored);
    trial = text(answer);
  }

  private static Request dry(Request it) {
    return it.withPath(it.path() + (it.path().contains("?") ? "&" : "?") + "dryRun=true");
  }

  /** What was written stands where the answer says, or where it was sent to, if one can look. */
  private void isRead(Request first, HttpResponse<byte[]> answer)
      throws IOException, InterruptedException {
    if (operation.storesNothing()) {
      return;
    }
    var own = URI.create(first.path()).getRawPath();
    var address =
        answer.headers().firstValue("Location").map(it -> URI.create(it).getRawPath()).orElse(own);
    for (var read : operation.document().reads()) {
      if (read.isAt(address)) {
        Promise.kept(read, send(new Request("GET", address, Map.of(), new byte[0])));
      }
    }
  }

  private void isAsAbsent(Omission field) throws IOException, InterruptedException {
    var like = operation.canBeTried() ? dry(begun()) : begun();
    var absent = send(like.withBody(field.absent()));
    var asNull = send(like.withBody(field.asNull()));
    assertThat(asNull.statusCode()).as(text(asNull)).isEqualTo(absent.statusCode());
    assertThat(text(asNull)).isEqualTo(text(absent));
  }

  private void refuses(Case one) throws IOException, InterruptedException {
    Verdict.check(operation, one, send(one.change().apply(begun())));
  }

  private void refusesAnother() throws IOException, InterruptedException {
    List<Integer> answered = new ArrayList<>();
    for (var another : Valid.others(begun())) {
      var answer = send(another);
      Verdict.check(operation, Case.of("another content", it -> it), answer);
      answered.add(answer.statusCode());
    }
    assertThat(answered).as("statuses of another content under the id").contains(409);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
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
