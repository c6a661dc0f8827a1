package duban.local.page;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** An RFC 9457 answer of the launcher's own pages, in the form that the services use. */
public record Problem(int status, String type, String title, String detail) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String type, String detail) {
    return new Problem(status, type, HttpResponseStatus.valueOf(status).reasonPhrase(), detail);
  }

  public Buffer body() {
    return new JsonObject()
        .put("type", "urn:duban:problem:" + type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toBuffer();
  }

  public void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    response.setStatusCode(status).putHeader("content-type", MEDIA_TYPE);
    response.end(body());
  }
}
