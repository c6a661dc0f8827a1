package duban.chassis.identity;

import static duban.chassis.identity.Genuine.encoded;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** What may be done to a genuine token, by whoever came to have one. */
final class ForgedSignatures {

  private final Random random;
  private final List<PublicJsonWebKey> keys;

  ForgedSignatures(Random random, List<PublicJsonWebKey> keys) {
    this.random = random;
    this.keys = keys;
  }

  String stripped(Genuine genuine) {
    var content = genuine.header() + "." + genuine.payload();
    return List.of(
            content + ".",
            content,
            content + "..",
            content + "." + genuine.signature() + ".",
            genuine.header() + ".." + genuine.signature(),
            "." + genuine.payload() + "." + genuine.signature(),
            genuine.payload(),
            content + "." + genuine.signature() + "." + genuine.signature(),
            content + ".." + genuine.signature() + "." + genuine.signature())
        .get(random.nextInt(9));
  }

  /** Another's, of the same key or of another. */
  String swapped(Genuine genuine) {
    var other = Genuine.draw(random, keys);
    return random.nextBoolean()
        ? genuine.header() + "." + genuine.payload() + "." + other.signature()
        : other.header() + "." + genuine.payload() + "." + other.signature();
  }

  String damaged(Genuine genuine) {
    var signature = Base64.getUrlDecoder().decode(genuine.signature());
    if (random.nextInt(4) == 0) {
      signature = java.util.Arrays.copyOf(signature, random.nextInt(signature.length));
    } else {
      signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return genuine.header() + "." + genuine.payload() + "." + encoded(signature);
  }

  /** More rights, another person, a longer life, under the old signature. */
  String altered(Genuine genuine) {
    try {
      var claims = JwtClaims.parse(genuine.claims().toJson());
      switch (random.nextInt(5)) {
        case 0 -> claims.setClaim("grants", List.of("administrator:CY"));
        case 1 -> claims.setClaim("units", List.of("CY", "CWH-BGS"));
        case 2 -> claims.setSubject("somebody-else-" + random.nextInt());
        case 3 -> claims.setExpirationTimeMinutesInTheFuture(random.nextInt(1_000_000) + 20f);
        default -> claims.setClaim("name", "n" + random.nextInt());
      }
      return genuine.header() + "." + encoded(claims.toJson()) + "." + genuine.signature();
    } catch (InvalidJwtException e) {
      throw new IllegalStateException(e);
    }
  }
}
