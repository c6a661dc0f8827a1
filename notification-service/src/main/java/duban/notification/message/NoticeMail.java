package duban.notification.message;

import duban.chassis.clock.BusinessClock;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A frozen message as MIME: plain text and HTML, under its own Message-ID. */
final class NoticeMail extends MimeMessage {

  private static final String UTF_8 = "UTF-8";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US)
          .withZone(BusinessClock.ZONE);

  private final String messageId;

  private NoticeMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static NoticeMail of(Session session, Envelope envelope, String from, String office, Instant now)
      throws MessagingException {
    var mail = new NoticeMail(session, envelope.messageId());
    mail.setFrom(named(from, office));
    mail.setRecipient(RecipientType.TO, new InternetAddress(envelope.address(), true));
    mail.setSubject(envelope.subject(), UTF_8);
    // The office's time, not that of the machine.
    mail.setHeader("Date", DATE.format(now));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Duban-Message", envelope.id().toString());
    mail.setContent(
        new MimeMultipart(
            "alternative", part(envelope.text(), "plain"), part(envelope.html(), "html")));
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private static InternetAddress named(String address, String name) throws MessagingException {
    try {
      return new InternetAddress(address, name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A repetition carries the same: receivers and the mail catcher know it by this. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
