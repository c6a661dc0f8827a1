package duban.chassis.contract;

import static io.restassured.RestAssured.given;

import duban.chassis.contract.CellCases.Ask;
import io.restassured.http.ContentType;
import java.util.Optional;

/** Sends the requests of {@link CellCases}, and says what came of them. */
final class Asking {

  /** What somebody met. */
  enum Met {
    DONE,
    NOT_SIGNED_IN,
    FORBIDDEN,
    NOT_THERE,
    /** Neither what is promised nor a refusal that is about rights. */
    SOMETHING_ELSE
  }

  /** The answer. */
  record Heard(Met met, int status, String body) {

    /** So that nobody takes a refusal for another reason for an answer. */
    @Override
    public String toString() {
      return met == Met.SOMETHING_ELSE ? "the answer " + status + " " + body : met.name();
    }
  }

  private static final String PROBLEM = "\"urn:duban:problem:%s\"";

  private final String service;

  /**
   * @param service its path, such as {@code /api/status/}
   */
  Asking(String service) {
    this.service = service;
  }

  /**
   * @param field that the answer must have beside what the request itself asks for
   */
  Heard heard(Ask ask, Optional<String> field, Optional<String> token) {
    var request = given().urlEncodingEnabled(false);
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    if (ask.body() != null) {
      request.contentType(ContentType.JSON).body(ask.body());
    }
    if (ask.method().equals("PUT")) {
      request.header("If-Match", "\"1\"");
    }
    var answer = request.request(ask.method(), service + ask.path()).then().extract();
    var body = answer.asString();
    return new Heard(met(ask, field, answer.statusCode(), body), answer.statusCode(), body);
  }

  private static Met met(Ask ask, Optional<String> field, int status, String body) {
    if (status == 401 && body.contains(PROBLEM.formatted("unauthenticated"))) {
      return Met.NOT_SIGNED_IN;
    }
    if (status == 403 && body.contains(PROBLEM.formatted("forbidden"))) {
      return Met.FORBIDDEN;
    }
    if (status == 404 && body.contains("-not-known\"")) {
      return Met.NOT_THERE;
    }
    // What somebody names in a body without seeing it is unknown.
    if (status == 422 && body.contains(PROBLEM.formatted("unknown-reference"))) {
      return Met.NOT_THERE;
    }
    if (status != ask.status()) {
      return Met.SOMETHING_ELSE;
    }
    if (!body.contains(ask.holds())) {
      return ask.list() ? Met.NOT_THERE : Met.SOMETHING_ELSE;
    }
    return field.map(it -> body.contains("\"" + it + "\"")).orElse(true) ? Met.DONE : Met.NOT_THERE;
  }
}
