package duban.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names each message for good: sent again it bears the same Message-ID. */
@ApplicationScoped
class MailIds {
  private final String domain;

  MailIds(@ConfigProperty(name = "duban.mail.domain") String domain) {
    this.domain = domain;
  }

  String of(UUID message) {
    return "<" + message + "@" + domain + ">";
  }
}
