package duban.chassis.identity;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * Who is believed, and in which claims it says what. {@code quarkus.oidc.*} follows from these; see
 * the chassis' configuration.
 */
@ConfigMapping(prefix = "duban.identity")
interface IdentitySettings {

  /** The {@code iss} of every token, to the letter. */
  String issuer();

  /** Where the services reach the provider, if that is another address than the issuer's. */
  String server();

  /** What {@code aud} must name. */
  String audience();

  /**
   * The claim that lists grants. {@code a/b} is the member b of the claim a, unless a claim has
   * that whole name.
   */
  String grantsClaim();

  /** The claim that lists the codes of units. */
  String unitsClaim();

  /** The claim with a name to show. */
  String nameClaim();

  /** How often the provider is asked for its keys, whether or not anybody calls. */
  Duration keysRefresh();

  /** How old the last answer about keys may be, while the provider is away. */
  Duration keysTrusted();
}
