package duban.chassis.identity;

import static duban.chassis.identity.Genuine.encoded;

import duban.chassis.json.Json;
import duban.chassis.tokens.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** What whoever has no key of the provider may write before a token to make it believed. */
final class ForgedHeaders {

  private static final List<String> NONE = List.of("none", "None", "NONE", "nOnE", "", "null");
  private static final List<String> OTHERS =
      List.of(
          "RS256",
          "RS384",
          "RS512",
          "PS256",
          "PS384",
          "PS512",
          "ES256",
          "ES384",
          "ES512",
          "EdDSA",
          "HS256",
          "HS384",
          "HS512",
          "rs256",
          "RS256 ",
          "RS1",
          "dir",
          "RSA-OAEP");
  private static final List<String> KIDS =
      List.of(
          "unknown",
          "",
          " ",
          "../../../../../../dev/null",
          "/dev/null",
          "file:///etc/hostname",
          "http://localhost:9/keys",
          "first' OR '1'='1",
          "first\u0000",
          "FIRST",
          "first/../first",
          "${jndi:ldap://localhost:9/a}",
          "第一",
          "k".repeat(2000));

  private final Random random;
  private final PublicJsonWebKey rsa = Keys.rsa("attacker");
  private final PublicJsonWebKey ec = Keys.ec("attacker");

  ForgedHeaders(Random random) {
    this.random = random;
  }

  String none(Genuine genuine) {
    var header = header(genuine, NONE.get(random.nextInt(NONE.size())));
    var signature = random.nextBoolean() ? "" : genuine.signature();
    return encoded(json(header)) + "." + genuine.payload() + "." + signature;
  }

  /** The public key is known to everybody: it must never serve as a secret. */
  String publicKeyAsSecret(Genuine genuine) {
    var bits = List.of("256", "384", "512").get(random.nextInt(3));
    var content = encoded(json(header(genuine, "HS" + bits))) + "." + genuine.payload();
    return content + "." + encoded(hmac("HmacSHA" + bits, secret(genuine.key()), content));
  }

  String wrongAlgorithm(Genuine genuine) {
    var others = OTHERS.stream().filter(it -> !it.equals(genuine.algorithm())).toList();
    var header = header(genuine, others.get(random.nextInt(others.size())));
    return encoded(json(header)) + "." + genuine.payload() + "." + genuine.signature();
  }

  String wrongKid(Genuine genuine) {
    return own(genuine, KIDS.get(random.nextInt(KIDS.size())), Map.of());
  }

  /** Names a key of its own, or where to get one. */
  String ownKey(Genuine genuine) {
    var key = attacker(genuine).toParams(OutputControlLevel.PUBLIC_ONLY);
    var more =
        List.<Map<String, Object>>of(
                Map.of(),
                Map.of("jwk", key),
                Map.of("jku", "http://localhost:9/keys"),
                Map.of("x5u", "http://localhost:9/certificate"),
                Map.of("x5c", List.of(encoded(attacker(genuine).getPublicKey().getEncoded()))),
                Map.of("x5t", "attacker"))
            .get(random.nextInt(6));
    return own(genuine, genuine.key().getKeyId(), more);
  }

  /** A signature that is nothing but zeros was once taken for that of any key. */
  String zeros(Genuine genuine) {
    var length = List.of(64, 96, 132, 256, 0, 1).get(random.nextInt(6));
    return genuine.header() + "." + genuine.payload() + "." + encoded(new byte[length]);
  }

  private String own(Genuine genuine, String kid, Map<String, Object> more) {
    var token = new JsonWebSignature();
    token.setPayload(genuine.claims().toJson());
    token.setAlgorithmHeaderValue(genuine.algorithm());
    token.setKeyIdHeaderValue(kid);
    more.forEach((name, value) -> token.getHeaders().setObjectHeaderValue(name, value));
    token.setKey(attacker(genuine).getPrivateKey());
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private PublicJsonWebKey attacker(Genuine genuine) {
    return genuine.key().getKeyType().equals("EC") ? ec : rsa;
  }

  private byte[] secret(PublicJsonWebKey key) {
    var der = key.getPublicKey().getEncoded();
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    var pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
    var texts =
        List.of(
            pem,
            pem + "\n",
            base64,
            base64.replace("\n", ""),
            key.toJson(OutputControlLevel.PUBLIC_ONLY),
            key.getKeyId(),
            "secret",
            "\0");
    var drawn = random.nextInt(texts.size() + 1);
    return drawn == texts.size() ? der : texts.get(drawn).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> header(Genuine genuine, String algorithm) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm);
    if (random.nextInt(4) > 0) {
      header.put("kid", genuine.key().getKeyId());
    }
    return header;
  }

  private static byte[] hmac(String algorithm, byte[] secret, String content) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Map<String, Object> header) {
    return Json.contract().valueToTree(header).toString();
  }
}
