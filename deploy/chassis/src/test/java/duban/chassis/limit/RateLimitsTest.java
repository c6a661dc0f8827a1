package duban.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Permission;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with the handlers in the order in which the service has them. */
class RateLimitsTest {

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpServer server;

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private record Subject(String name) implements SecurityIdentity {

    @Override
    public Principal getPrincipal() {
      return () -> name;
    }

    @Override
    public boolean isAnonymous() {
      return false;
    }

    @Override
    public Set<String> getRoles() {
      return Set.of();
    }

    @Override
    public boolean hasRole(String role) {
      return false;
    }

    @Override
    public <T extends Credential> T getCredential(Class<T> type) {
      return null;
    }

    @Override
    public Set<Credential> getCredentials() {
      return Set.of();
    }

    @Override
    public <T> T getAttribute(String attribute) {
      return null;
    }

    @Override
    public Map<String, Object> getAttributes() {
      return Map.of();
    }

    @Override
    public Set<Permission> getPermissions() {
      return Set.of();
    }

    @Override
    public Uni<Boolean> checkPermission(Permission permission) {
      return Uni.createFrom().item(false);
    }
  }

  /** Takes any password but {@code wrong}; the subject is what is given. */
  @SuppressWarnings("deprecation") // as Quarkus itself does
  private void serve(LimitSettings settings) throws Exception {
    var limits = new RateLimits(settings, new ClientAddress(settings));
    var router = Router.router(vertx);
    router.route().handler(limits::byAddress);
    router
        .route()
        .handler(
            it -> {
              var given = it.request().getHeader("Authorization");
              if ("wrong".equals(given)) {
                it.response().setStatusCode(401).end();
                return;
              }
              if (given != null) {
                it.setUser(new QuarkusHttpUser(new Subject(given)));
              }
              it.next();
            });
    router.route().handler(limits::bySubject);
    router.route().handler(it -> it.response().setStatusCode(204).end());
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  private HttpResponse<String> send(String method, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/api"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whoeverWritesTooOftenIsToldWhenToComeBackAndMayStillRead() throws Exception {
    serve(ClientAddressTest.settings(3, 0, 1));
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST").statusCode()).isEqualTo(204);
    }
    var refused = send("PUT");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow())
        .isBetween(1, 20);
    assertThat(refused.body())
        .contains("\"urn:duban:problem:too-many-requests\"", "\"status\":429", "/api");
    assertThat(send("GET").statusCode()).isEqualTo(204);
  }

  @Test
  void aHeaderThatTheCallerInventsGivesHimNoNewBucket() throws Exception {
    serve(ClientAddressTest.settings(1, 0, 1));
    assertThat(send("POST", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(204);
    assertThat(send("POST", "X-Forwarded-For", "192.0.2.2").statusCode()).isEqualTo(429);
  }

  @Test
  void behindATrustedProxyEachCallerHasABucketOfHisOwn() throws Exception {
    serve(ClientAddressTest.settings(1, 0, 1, "127.0.0.0/8"));
    assertThat(send("POST", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(204);
    assertThat(send("POST", "X-Forwarded-For", "192.0.2.2").statusCode()).isEqualTo(204);
    assertThat(send("POST", "X-Forwarded-For", "192.0.2.9, 192.0.2.2").statusCode()).isEqualTo(429);
  }

  @Test
  void aSubjectIsOneCallerWhereverHeComesFrom() throws Exception {
    serve(ClientAddressTest.settings(2, 0, 1, "127.0.0.0/8"));
    for (int i = 1; i <= 2; i++) {
      assertThat(
              send("POST", "Authorization", "li", "X-Forwarded-For", "192.0.2." + i).statusCode())
          .isEqualTo(204);
    }
    assertThat(send("POST", "Authorization", "li", "X-Forwarded-For", "192.0.2.3").statusCode())
        .isEqualTo(429);
    assertThat(send("POST", "Authorization", "wang", "X-Forwarded-For", "192.0.2.4").statusCode())
        .isEqualTo(204);
  }

  @Test
  void failedSignInsAreCountedByAddressAndThenNoneIsTried() throws Exception {
    serve(ClientAddressTest.settings(0, 3, 1));
    for (int i = 0; i < 3; i++) {
      assertThat(send("GET", "Authorization", "wrong").statusCode()).isEqualTo(401);
    }
    assertThat(send("GET", "Authorization", "right").statusCode()).isEqualTo(429);
    assertThat(send("GET").statusCode()).isEqualTo(204);
  }

  @Test
  void signInsThatSucceedAreNotCounted() throws Exception {
    serve(ClientAddressTest.settings(0, 1, 1));
    for (int i = 0; i < 5; i++) {
      assertThat(send("GET", "Authorization", "right").statusCode()).isEqualTo(204);
    }
  }
}
