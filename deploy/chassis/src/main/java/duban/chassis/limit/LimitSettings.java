package duban.chassis.limit;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How much one caller may ask for in a minute; 0: as much as he likes. */
@ConfigMapping(prefix = "duban.limits")
interface LimitSettings {

  /** Writes of one subject that signed in. */
  int writesBySubject();

  /** Writes from one address. */
  int writesByAddress();

  /** Answers of 401 to requests from one address that came with credentials. */
  int failedSignInsByAddress();

  /** Addresses and networks of proxies whose X-Forwarded-For is believed; absent: nobody's. */
  Optional<List<String>> trustedProxies();

  /** How many proxies stand one behind the other. */
  int proxies();
}
