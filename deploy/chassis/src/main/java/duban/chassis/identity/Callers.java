package duban.chassis.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.chassis.json.Json;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells who sent the present request. */
@ApplicationScoped
public class Callers {

  private static final int ACTOR = 22;
  private static final int KEPT = 2_000;

  /** What a token says does not change. */
  private final Cache<String, Caller> read =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(Duration.ofMinutes(1)).build();

  private final SecurityIdentity identity;
  private final IdentitySettings settings;
  private final Unreadable unreadable;

  Callers(SecurityIdentity identity, IdentitySettings settings, Unreadable unreadable) {
    this.identity = identity;
    this.settings = settings;
    this.unreadable = unreadable;
  }

  /** Needs a request: background work has no caller. */
  public Caller now() {
    return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
        ? read.get(token.getRawToken(), it -> of(token))
        : Caller.ANONYMOUS;
  }

  /** How long the token is still good, on real time; empty without one. */
  public Optional<Duration> goodFor() {
    return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.of(
            Duration.ofMillis(
                Math.max(1, token.getExpirationTime() * 1000 - System.currentTimeMillis())))
        : Optional.empty();
  }

  private Caller of(JsonWebToken token) {
    var claims = Claims.of(content(token));
    var caller =
        new Caller(
            actor(token.getIssuer(), token.getSubject()),
            claims.name(settings.nameClaim()),
            claims.units(settings.unitsClaim()),
            claims.grants(settings.grantsClaim()));
    unreadable.report(claims.unreadable());
    return caller;
  }

  /** What was signed, and not what a library made of it. */
  private static JsonNode content(JsonWebToken token) {
    try {
      var content = token.getRawToken().split("\\.", -1)[1];
      return Json.contract()
          .readTree(new String(Base64.getUrlDecoder().decode(content), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A token was verified that is none", e);
    }
  }

  static String actor(String issuer, String subject) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((issuer + '\0' + subject).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, ACTOR);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
