package duban.chassis.identity;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jose4j.jwk.PublicJsonWebKey;

/** Draws genuine tokens, and forges each in one of the ways that are known. */
final class Forger {

  /**
   * @param genuine the same before it was forged: it must be accepted, or the other proves nothing
   */
  record Forged(String way, String token, String genuine) {}

  static final int WAYS = 15;

  private record Way(String name, Function<Genuine, String> forge) {}

  private final Random random;
  private final List<PublicJsonWebKey> keys;
  private final List<Way> ways;

  Forger(Random random, List<PublicJsonWebKey> keys) {
    this.random = random;
    this.keys = keys;
    var headers = new ForgedHeaders(random);
    var claims = new ForgedClaims(random);
    var signatures = new ForgedSignatures(random, keys);
    ways =
        List.of(
            new Way("none", headers::none),
            new Way("public key as secret", headers::publicKeyAsSecret),
            new Way("wrong algorithm", headers::wrongAlgorithm),
            new Way("wrong kid", headers::wrongKid),
            new Way("own key", headers::ownKey),
            new Way("zeros", headers::zeros),
            new Way("issuer", claims::issuer),
            new Way("audience", claims::audience),
            new Way("expired", claims::expired),
            new Way("not yet valid", claims::notYetValid),
            new Way("nobody", claims::nobody),
            new Way("stripped signature", signatures::stripped),
            new Way("swapped signature", signatures::swapped),
            new Way("damaged signature", signatures::damaged),
            new Way("altered claims", signatures::altered));
  }

  /** In each way equally often. */
  Forged forge(int number) {
    var way = ways.get(number % ways.size());
    var genuine = Genuine.draw(random, keys);
    return new Forged(way.name(), way.forge().apply(genuine), genuine.token());
  }
}
