package duban.chassis.identity;

import duban.chassis.tokens.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;

/** A token that is accepted, with all that is needed to forge it. */
record Genuine(JwtClaims claims, PublicJsonWebKey key, String algorithm, String token) {

  private static final List<String> ROLES = List.of("supervisor", "reader", "reporter");
  private static final List<String> RSA =
      List.of(
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256);

  static Genuine draw(Random random, List<PublicJsonWebKey> keys) {
    var key = keys.get(random.nextInt(keys.size()));
    var grant = ROLES.get(random.nextInt(ROLES.size())) + ":CY-" + random.nextInt(1000);
    var claims = Tokens.claims(List.of(grant), List.of("CY"));
    var algorithm =
        key.getKeyType().equals("EC")
            ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
            : RSA.get(random.nextInt(RSA.size()));
    return new Genuine(claims, key, algorithm, Tokens.sign(claims, key, algorithm));
  }

  String header() {
    return token.split("\\.")[0];
  }

  String payload() {
    return token.split("\\.")[1];
  }

  String signature() {
    return token.split("\\.")[2];
  }

  /** Signed by the provider, but saying something else. */
  String signedWith(JwtClaims others) {
    return Tokens.sign(others, key, algorithm);
  }

  static String encoded(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
