package duban.notification.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** The mail server, and how long it is waited for. */
@ConfigMapping(prefix = "duban.smtp")
interface MailServerSettings {

  /** How the connection is protected. */
  enum Protection {
    /** In the clear: only on one machine or in a closed network. */
    NONE,
    /** STARTTLS, or nothing is sent. */
    STARTTLS,
    /** TLS from the first byte, usually on port 465. */
    TLS
  }

  @WithDefault("127.0.0.1")
  String host();

  @WithDefault("1025")
  int port();

  @WithDefault("NONE")
  Protection protection();

  /** With a password: signs in. */
  Optional<String> username();

  Optional<String> password();

  /** The address that notices come from. */
  String from();

  /** The longest exchange; also the lease, and the wait before what is in doubt is repeated. */
  Duration timeout();

  /** How long a server may take until it is ready for the mail itself. */
  @WithName("opening")
  @WithDefault("PT10S")
  Duration longestOpening();

  /** The pause after a server was away, and the first after it put off a mail. */
  Duration backoff();

  /** Shorter than the lease: whoever was not answered must say so while it still may. */
  default Duration exchange() {
    return timeout().multipliedBy(4).dividedBy(5);
  }

  /** Part of the exchange. */
  default Duration opening() {
    return longestOpening().compareTo(exchange()) < 0 ? longestOpening() : exchange();
  }
}
