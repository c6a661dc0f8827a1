package duban.chassis.tokens;

import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes keys, and publishes them at the {@link Provider}. */
public final class Keys {

  private static final int RSA_BITS = 2048;

  private Keys() {}

  public static PublicJsonWebKey rsa(String kid) {
    try {
      var key = RsaJwkGenerator.generateJwk(RSA_BITS);
      key.setKeyId(kid);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  public static PublicJsonWebKey ec(String kid) {
    try {
      var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(kid);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one with which {@link Tokens} signs unless told otherwise: the first that is published. */
  public static PublicJsonWebKey present() {
    return published().get(0);
  }

  public static List<PublicJsonWebKey> published() {
    return read(System.getProperty(Provider.KEYS));
  }

  /** From now on the provider names these and no others; the first signs. */
  public static void publish(PublicJsonWebKey... keys) {
    System.setProperty(Provider.KEYS, json(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE, keys));
  }

  /** What the provider shows. */
  static String shown() {
    return json(
        JsonWebKey.OutputControlLevel.PUBLIC_ONLY, published().toArray(PublicJsonWebKey[]::new));
  }

  private static String json(JsonWebKey.OutputControlLevel level, PublicJsonWebKey... keys) {
    return new JsonWebKeySet(keys).toJson(level);
  }

  private static List<PublicJsonWebKey> read(String json) {
    try {
      List<PublicJsonWebKey> keys = new ArrayList<>();
      for (var key : new JsonWebKeySet(json).getJsonWebKeys()) {
        keys.add((PublicJsonWebKey) key);
      }
      return keys;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
