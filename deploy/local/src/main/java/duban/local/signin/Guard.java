package duban.local.signin;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what a provider with these accounts would do. The library alone gives a token to any
 * client and any user, copies claims from the request, and takes its own address from a header.
 */
final class Guard implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {
  private static final String AUTHORIZE = "/authorize";
  private static final String TOKEN = "/token";
  private static final Set<String> OTHERS =
      Set.of("/.well-known/openid-configuration", "/jwks", "/userinfo", "/endsession");

  /** Front ends: pages on this machine, which keep no secret and therefore prove with PKCE. */
  private static final String FRONT_END = "duban-console";

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  private final String host;
  private final Function1<OAuth2HttpRequest, OAuth2HttpResponse> library;

  Guard(int port, Function1<OAuth2HttpRequest, OAuth2HttpResponse> library) {
    host = "localhost:" + port;
    this.library = library;
  }

  @Override
  public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
    try {
      return answer(request);
    } catch (IllegalArgumentException unreadable) {
      return refuse(400, "invalid_request", "this cannot be read");
    }
  }

  private OAuth2HttpResponse answer(OAuth2HttpRequest request) {
    if (!HERE.contains(request.getOriginalUrl().host())) {
      return refuse(421, "invalid_request", "ask at http://" + host);
    }
    var path = request.getOriginalUrl().encodedPath();
    var prefix = "/" + Provider.NAME;
    var place = path.startsWith(prefix + "/") ? path.substring(prefix.length()) : "";
    if (request.getMethod().equals("OPTIONS") || OTHERS.contains(place)) {
      return library.invoke(as(request, request.getBody()));
    }
    return switch (place) {
      case TOKEN -> token(request);
      case AUTHORIZE -> authorize(request);
      default ->
          refuse(404, "not_found", "the issuer is http://" + host + prefix + "; nothing else here");
    };
  }

  private OAuth2HttpResponse token(OAuth2HttpRequest request) {
    var form = Form.of(request.getBody());
    var refusal =
        switch (form.get("grant_type")) {
          case "client_credentials" -> program(request, form);
          case "authorization_code" -> frontEnd(form).or(() -> absent(form, "code_verifier"));
          case "refresh_token" -> frontEnd(form);
          default ->
              Optional.of(
                  refuse(
                      400,
                      "unsupported_grant_type",
                      "give client_credentials, authorization_code or refresh_token"));
        };
    return refusal.orElseGet(() -> library.invoke(as(request, request.getBody())));
  }

  private static Optional<OAuth2HttpResponse> program(OAuth2HttpRequest request, Form form) {
    var client = Client.of(request.getHeaders().get("Authorization"), form);
    return Account.of(client.id()).isPresent() && client.secret().equals(Account.SECRET)
        ? Optional.empty()
        : Optional.of(
            refuse(
                401,
                "invalid_client",
                "client_id is the name of an account, such as supervisor, and client_secret is "
                    + Account.SECRET));
  }

  private static Optional<OAuth2HttpResponse> frontEnd(Form form) {
    return form.get("client_id").equals(FRONT_END)
        ? Optional.empty()
        : Optional.of(refuse(401, "invalid_client", "client_id of a front end is " + FRONT_END));
  }

  private static Optional<OAuth2HttpResponse> absent(Form form, String name) {
    return form.get(name).isEmpty()
        ? Optional.of(refuse(400, "invalid_request", name + " is missing"))
        : Optional.empty();
  }

  private OAuth2HttpResponse authorize(OAuth2HttpRequest request) {
    var asked = request.getOriginalUrl();
    var problem = problem(asked);
    if (problem.isPresent()) {
      return refuse(400, "invalid_request", problem.get());
    }
    if (request.getMethod().equals("GET")) {
      return LoginPage.show();
    }
    return Account.of(Form.of(request.getBody()).get("username"))
        .map(it -> library.invoke(as(request, login(it))))
        .orElseGet(() -> refuse(400, "invalid_request", "there is no such account"));
  }

  private static Optional<String> problem(HttpUrl asked) {
    if (!FRONT_END.equals(asked.queryParameter("client_id"))) {
      return Optional.of("client_id of a front end is " + FRONT_END);
    }
    if (!"S256".equals(asked.queryParameter("code_challenge_method"))
        || asked.queryParameter("code_challenge") == null) {
      return Optional.of("code_challenge with code_challenge_method=S256 is missing");
    }
    if (!isHere(asked.queryParameter("redirect_uri"))) {
      return Optional.of("redirect_uri must be a page of this machine");
    }
    return Optional.empty();
  }

  private static boolean isHere(@Nullable String redirect) {
    if (redirect == null) {
      return false;
    }
    var address = URI.create(redirect);
    return "http".equals(address.getScheme())
        && address.getUserInfo() == null
        && address.getHost() != null
        && HERE.contains(address.getHost());
  }

  /** The library takes claims from its own page; here they are the account's, whatever was sent. */
  private static String login(Account account) {
    return "username="
        + account.key()
        + "&claims="
        + URLEncoder.encode(new JsonObject(account.claims()).encode(), StandardCharsets.UTF_8);
  }

  /** As if it had been asked at its own address, however it was reached. */
  private OAuth2HttpRequest as(OAuth2HttpRequest request, @Nullable String body) {
    var kept = new Headers.Builder().add("Host", host);
    for (var name : Set.of("Authorization", "Content-Type", "Origin")) {
      var value = request.getHeaders().get(name);
      // Pages of others may not read what is answered.
      if (value != null && (!name.equals("Origin") || isHere(value))) {
        kept.add(name, value);
      }
    }
    return new OAuth2HttpRequest(kept.build(), request.getMethod(), request.getOriginalUrl(), body);
  }

  private static OAuth2HttpResponse refuse(int status, String error, String description) {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*"),
        status,
        new JsonObject().put("error", error).put("error_description", description).encode(),
        null);
  }
}
