package duban.notification.message;

import java.util.Properties;

/** The settings of a mail server in the words of Jakarta Mail. */
final class SessionProperties {

  private SessionProperties() {}

  static Properties of(MailServerSettings settings) {
    var properties = new Properties();
    var patience = Long.toString(settings.exchange().toMillis());
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(settings.opening().toMillis()));
    properties.setProperty("mail.smtp.timeout", patience);
    properties.setProperty("mail.smtp.writetimeout", patience);
    // The answer to QUIT changes nothing any more.
    properties.setProperty("mail.smtp.quitwait", "false");
    // Otherwise the name of this machine is looked up, which may take long.
    properties.setProperty("mail.smtp.localhost", "duban");
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username().isPresent()));
    switch (settings.protection()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      }
      case TLS -> {
        properties.setProperty("mail.smtp.ssl.enable", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      }
      case NONE -> {}
    }
    return properties;
  }
}
