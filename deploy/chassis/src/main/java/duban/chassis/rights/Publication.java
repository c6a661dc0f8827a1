package duban.chassis.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an office shows to those without a token; {@code duban.anonymous.*}. */
@ConfigMapping(prefix = "duban.anonymous")
public interface Publication {

  /** The published text: documents marked open with all that they demand, of whom and when. */
  @WithDefault("true")
  boolean text();

  /** How far it was carried out: states and lights, where the relation of the unit allows. */
  @WithDefault("false")
  boolean states();
}
