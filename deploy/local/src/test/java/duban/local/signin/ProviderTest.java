package duban.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import duban.local.preflight.Port;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderTest {
  private static final String VERIFIER = "v".repeat(50);
  private static final String BACK = "http://localhost:5173/back";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = Port.anyFree();
  private final Provider provider = Provider.start(port);
  private final String issuer = Provider.issuer(port);

  @AfterEach
  void stop() {
    provider.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(issuer + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private static SignedJWT token(HttpResponse<String> answer) throws IOException, ParseException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SignedJWT.parse(new JsonObject(answer.body()).getString("access_token"));
  }

  private HttpResponse<String> program(String id, String secret)
      throws IOException, InterruptedException {
    return post(
        "/token", "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
  }

  @Test
  void everyRoleHasAnAccountWhoseTokenSaysWhatItMayAndLivesInRealTime() throws Exception {
    for (var account : Account.values()) {
      var token = token(program(account.key(), Account.SECRET));
      var claims = token.getJWTClaimsSet();
      assertThat(claims.getIssuer()).isEqualTo(issuer);
      assertThat(claims.getAudience()).containsExactly("duban");
      assertThat(claims.getSubject()).isEqualTo(account.key());
      assertThat(claims.getStringListClaim("grants"))
          .containsExactly(account.key() + ":" + account.scope());
      assertThat(claims.getStringListClaim("units")).hasSize(1);
      assertThat(Duration.between(Instant.now(), claims.getExpirationTime().toInstant()))
          .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));
      assertThat(verified(token)).isTrue();
    }
  }

  private boolean verified(SignedJWT token)
      throws IOException, InterruptedException, ParseException, JOSEException {
    var keys = JWKSet.parse(get(issuer + "/jwks").body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    return token.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  @Test
  void theKeyIsMadeAnewAndNotTheOneInTheLibrary() throws Exception {
    var library = OAuth2Keys.inTheJar();
    var ours = JWKSet.parse(get(issuer + "/jwks").body()).getKeys();
    assertThat(ours).hasSize(1);
    assertThat(ours.get(0).toRSAKey().getModulus())
        .isNotIn(library.stream().map(it -> it.toRSAKey().getModulus()).toList());
  }

  @Test
  void nobodyElseGetsAToken() throws Exception {
    for (var other : List.of("", "root", "SUPERVISOR", "supervisor2", "duban-console")) {
      assertThat(program(other, Account.SECRET).statusCode()).as(other).isEqualTo(401);
    }
    assertThat(program("supervisor", "wrong").statusCode()).isEqualTo(401);
    for (var form :
        List.of(
            "grant_type=password&username=supervisor&password=demonstration&client_id=duban-console",
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c",
            "grant_type=refresh_token&client_id=duban-console&refresh_token=invented",
            "grant_type=authorization_code&client_id=duban-console&code=invented&code_verifier="
                + VERIFIER
                + "&redirect_uri="
                + BACK,
            "grant_type=client_credentials&client_id=supervisor",
            "client_id=supervisor&client_secret=demonstration",
            "grant_type=client_credentials&client_id=a&client_id=supervisor&client_secret=x",
            "")) {
      assertThat(post("/token", form).statusCode()).as(form).isBetween(400, 401);
    }
  }

  @Test
  void aProgramMayAlsoAuthenticateByHeader() throws Exception {
    var basic =
        Base64.getEncoder().encodeToString("reader:demonstration".getBytes(StandardCharsets.UTF_8));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    assertThat(token(answer).getJWTClaimsSet().getSubject()).isEqualTo("reader");
  }

  private String authorize(String changed, String to) throws Exception {
    var challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    var query =
        "?response_type=code&client_id=duban-console&scope=openid&state=s&nonce=n"
            + "&code_challenge_method=S256&code_challenge="
            + challenge
            + "&redirect_uri="
            + URLEncoder.encode(BACK, StandardCharsets.UTF_8);
    return "/authorize" + query.replace(changed, to);
  }

  @Test
  void aPageSignsInWithACodeAndItsProof() throws Exception {
    var address = authorize("-", "-");
    assertThat(get(issuer + address).body()).contains("value=\"leader\"");
    var chosen =
        post(address, "username=leader&claims=%7B%22grants%22%3A%5B%22administrator%3ACY%22%5D%7D");
    assertThat(chosen.statusCode()).isEqualTo(302);
    var code =
        chosen.headers().firstValue("location").orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
    var form =
        "grant_type=authorization_code&client_id=duban-console&code=%s&redirect_uri=%s"
            .formatted(code, URLEncoder.encode(BACK, StandardCharsets.UTF_8));
    assertThat(post("/token", form).statusCode()).isEqualTo(400);

    var answer = post("/token", form + "&code_verifier=" + VERIFIER);
    var claims = token(answer).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("leader");
    assertThat(claims.getStringListClaim("grants")).containsExactly("leader:CY");
    assertThat(claims.getAudience()).containsExactly("duban");
    var tokens = new JsonObject(answer.body());
    assertThat(SignedJWT.parse(tokens.getString("id_token")).getJWTClaimsSet().getAudience())
        .containsExactly("duban-console");

    var again =
        post(
            "/token",
            "grant_type=refresh_token&client_id=duban-console&refresh_token="
                + tokens.getString("refresh_token"));
    assertThat(token(again).getJWTClaimsSet().getStringListClaim("grants"))
        .containsExactly("leader:CY");
  }

  @Test
  void aPageThatProvesNothingOrLiesElsewhereIsRefused() throws Exception {
    for (var wrong :
        List.of(
            List.of("client_id=duban-console", "client_id=other"),
            List.of("code_challenge=", "x="),
            List.of("S256", "plain"),
            List.of("localhost", "duban.example"),
            List.of("localhost", "localhost%40duban.example"),
            List.of("http%3A", "javascript%3A"))) {
      var address = authorize(wrong.get(0), wrong.get(1));
      assertThat(get(issuer + address).statusCode()).as(address).isEqualTo(400);
      assertThat(post(address, "username=leader").statusCode()).as(address).isEqualTo(400);
    }
    assertThat(post(authorize("-", "-"), "username=root").statusCode()).isEqualTo(400);
  }

  @Test
  void itKnowsOneIssuerHoweverItIsReached() throws Exception {
    for (var host : List.of("localhost", "127.0.0.1")) {
      var found =
          get("http://" + host + ":" + port + "/demonstration/.well-known/openid-configuration");
      assertThat(new JsonObject(found.body()).getString("issuer")).isEqualTo(issuer);
    }
    for (var other :
        List.of("/other/token", "/demonstration/debugger", "/demonstration/introspect", "/")) {
      assertThat(get("http://localhost:" + port + other).statusCode()).isEqualTo(404);
    }
  }
}
