package duban.chassis.identity;

import duban.chassis.tokens.Tokens;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** What the provider may well have signed, but not for us, or not for now. */
final class ForgedClaims {

  /** Beyond the five seconds by which clocks may differ. */
  private static final int LEAST_SECONDS = 15;

  private static final int MOST_SECONDS = 100_000_000;

  private final Random random;

  ForgedClaims(Random random) {
    this.random = random;
  }

  String issuer(Genuine genuine) {
    return with(
        genuine,
        claims -> {
          var right = text(claims, "iss");
          set(
              claims,
              "iss",
              null,
              "",
              right + "/",
              right + "2",
              right.toUpperCase(java.util.Locale.ROOT),
              right.replace("http:", "https:"),
              right.substring(0, right.length() - 1),
              "any",
              "https://accounts.example.org",
              List.of(right),
              7);
        });
  }

  String audience(Genuine genuine) {
    return with(
        genuine,
        claims ->
            set(
                claims,
                "aud",
                null,
                "",
                "DUBAN",
                "duban2",
                "duban ",
                "duba",
                "any",
                "account",
                "duban,account",
                List.of(),
                List.of("account", "duban-console"),
                List.of("account", 7)));
  }

  String expired(Genuine genuine) {
    return with(
        genuine,
        claims -> {
          if (random.nextInt(10) == 0) {
            set(claims, "exp", null, 0, -1, "tomorrow", List.of(1));
          } else {
            claims.setExpirationTime(Tokens.in(away().negated()));
          }
        });
  }

  String notYetValid(Genuine genuine) {
    return with(
        genuine,
        claims -> {
          var begin = away();
          claims.setNotBefore(Tokens.in(begin));
          claims.setExpirationTime(Tokens.in(begin.plusMinutes(10)));
        });
  }

  String nobody(Genuine genuine) {
    return with(genuine, claims -> claims.unsetClaim("sub"));
  }

  private Duration away() {
    return Duration.ofSeconds(LEAST_SECONDS + random.nextInt(MOST_SECONDS));
  }

  private void set(JwtClaims claims, String name, Object... values) {
    var value = Arrays.asList(values).get(random.nextInt(values.length));
    claims.setClaim(name, value);
  }

  private static String with(Genuine genuine, Consumer<JwtClaims> change) {
    try {
      var claims = JwtClaims.parse(genuine.claims().toJson());
      change.accept(claims);
      return genuine.signedWith(claims);
    } catch (InvalidJwtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(JwtClaims claims, String name) {
    try {
      return claims.getStringClaimValue(name);
    } catch (MalformedClaimException e) {
      throw new IllegalStateException(e);
    }
  }
}
