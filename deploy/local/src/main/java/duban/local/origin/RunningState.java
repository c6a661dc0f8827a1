package duban.local.origin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the start page shows of the machinery: {@code {"now": moment, "issuer": address, "parts":
 * [{name, port, state}]}}.
 */
public final class RunningState {
  private final Clock businessTime;
  private final URI issuer;
  private final Supplier<List<PartState>> parts;

  /**
   * One process.
   *
   * @param state STARTING, READY, RESTARTING or STOPPED
   */
  public record PartState(String name, int port, String state) {}

  /**
   * @param issuer of the tokens that the services believe
   */
  public RunningState(Clock businessTime, URI issuer, Supplier<List<PartState>> parts) {
    this.businessTime = businessTime;
    this.issuer = issuer;
    this.parts = parts;
  }

  JsonObject json() {
    JsonArray list = new JsonArray();
    parts
        .get()
        .forEach(
            part ->
                list.add(
                    new JsonObject()
                        .put("name", part.name())
                        .put("port", part.port())
                        .put("state", part.state())));
    return new JsonObject()
        .put("now", businessTime.instant().toString())
        .put("issuer", issuer.toString())
        .put("parts", list);
  }

  /** What the page may ask besides its own origin. */
  String provider() {
    return issuer.getScheme() + "://" + issuer.getAuthority();
  }
}
