package duban.local.mail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

/**
 * Mails as JSON: {@code {"items": [{id, to, from, subject, messageId, receivedAt, text, html,
 * headers}]}}.
 */
final class MailJson {
  private MailJson() {}

  static JsonObject list(Stream<Mail> mails) {
    JsonArray items = new JsonArray();
    mails.map(MailJson::one).forEach(items::add);
    return new JsonObject().put("items", items);
  }

  static JsonObject one(Mail mail) {
    JsonArray headers = new JsonArray();
    mail.headers()
        .forEach(
            header ->
                headers.add(
                    new JsonObject().put("name", header.name()).put("value", header.value())));
    return new JsonObject()
        .put("id", mail.id())
        .put("to", new JsonArray(mail.to()))
        .put("from", mail.from())
        .put("subject", mail.subject())
        .put("messageId", mail.messageId())
        .put("receivedAt", mail.receivedAt().toString())
        .put("text", mail.text())
        .put("html", mail.html())
        .put("headers", headers);
  }
}
