package duban.local.mail;

import duban.local.page.Problem;
import duban.local.page.StaticPage;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page and the API of the mail catcher. {@code GET /api/messages} takes {@code to} and {@code
 * subject} (parts of them, in any case) and {@code limit}; {@code /api/messages/<id>} is one mail,
 * {@code /api/messages/<id>/raw} its file.
 */
final class MailPage implements Handler<HttpServerRequest> {
  private static final Pattern MESSAGE = Pattern.compile("/api/messages/(\\d{1,18})(/raw)?");
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int BAD_REQUEST = 400;

  /** Mails show nothing from elsewhere and run nothing. */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

  private final StaticPage page =
      new StaticPage(
          MailPage.class,
          POLICY,
          Map.of("/", "index.html", "/mail.css", "mail.css", "/mail.js", "mail.js"));
  private final Mailbox mailbox;

  MailPage(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!READING.contains(request.method())) {
      Problem.of(METHOD_NOT_ALLOWED, "read-only", "The mail catcher can only be read.")
          .answer(request);
      return;
    }
    Matcher message = MESSAGE.matcher(request.path());
    if (request.path().equals("/api/messages")) {
      list(request);
    } else if (message.matches()) {
      one(request, Long.parseLong(message.group(1)), message.group(2) != null);
    } else if (!page.answer(request)) {
      notFound(request, "There is nothing at " + request.path() + ".");
    }
  }

  private void list(HttpServerRequest request) {
    Stream<Mail> mails = mailbox.newestFirst();
    String to = request.getParam("to");
    if (to != null) {
      mails = mails.filter(mail -> mail.isTo(to));
    }
    String subject = request.getParam("subject");
    if (subject != null) {
      mails = mails.filter(mail -> mail.isAbout(subject));
    }
    String limit = request.getParam("limit");
    if (limit != null) {
      if (!limit.matches("\\d{1,6}")) {
        Problem.of(BAD_REQUEST, "bad-request", "limit is a number, such as limit=50.")
            .answer(request);
        return;
      }
      mails = mails.limit(Long.parseLong(limit));
    }
    json(request, MailJson.list(mails));
  }

  private void one(HttpServerRequest request, long id, boolean raw) {
    Optional<Mail> mail = mailbox.find(id);
    if (mail.isEmpty()) {
      notFound(request, "There is no mail " + id + ".");
    } else if (raw) {
      HttpServerResponse response = request.response();
      response.putHeader("content-type", "message/rfc822");
      mailbox.file(id).ifPresent(file -> response.sendFile(file.toString()));
    } else {
      json(request, MailJson.one(mail.get()));
    }
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    HttpServerResponse response = request.response();
    response.putHeader("content-type", "application/json").putHeader("cache-control", "no-store");
    response.end(body.toBuffer());
  }

  private static void notFound(HttpServerRequest request, String detail) {
    Problem.of(NOT_FOUND, "not-found", detail).answer(request);
  }
}
