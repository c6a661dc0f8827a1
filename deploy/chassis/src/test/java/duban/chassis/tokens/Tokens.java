package duban.chassis.tokens;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes tokens as the provider of the tests would. */
public final class Tokens {

  /** Longer than tests take. */
  private static final Duration LIFE = Duration.ofHours(2);

  private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

  private Tokens() {}

  /**
   * A token of somebody who works at {@code units}.
   *
   * @param grant as in {@code supervisor:CWH-BGS}; the empty text grants nothing
   */
  public static String of(String grant, String... units) {
    return of(grant.isEmpty() ? List.of() : List.of(grant), List.of(units));
  }

  /** The same one each time: to sign takes longer than most answers. */
  public static String of(List<?> grants, List<String> units) {
    return SIGNED.computeIfAbsent(
        List.of(grants, units, System.getProperty(Provider.KEYS)),
        it -> sign(claims(grants, units), Keys.present()));
  }

  /** All claims of a genuine token, to be changed. */
  public static JwtClaims claims(List<?> grants, List<String> units) {
    var claims = new JwtClaims();
    claims.setIssuer(System.getProperty(Provider.ISSUER));
    claims.setAudience("duban");
    claims.setSubject(grants + "@" + units);
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAt(NumericDate.now());
    claims.setExpirationTime(in(LIFE));
    claims.setClaim("name", "张三");
    claims.setClaim("grants", grants);
    claims.setClaim("units", units);
    return claims;
  }

  /** A moment from now, as it stands in a token. */
  public static NumericDate in(Duration time) {
    return NumericDate.fromSeconds(NumericDate.now().getValue() + time.toSeconds());
  }

  /** With the algorithm that is usual for the key. */
  public static String sign(JwtClaims claims, PublicJsonWebKey key) {
    return sign(
        claims,
        key,
        key.getKeyType().equals("EC")
            ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
            : AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  public static String sign(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
    var token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(algorithm);
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setHeader("typ", "at+jwt");
    token.setKey(key.getPrivateKey());
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
