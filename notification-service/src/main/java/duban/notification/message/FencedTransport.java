package duban.notification.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP that asks, before DATA and before the final dot, whether the mail is still to leave. */
final class FencedTransport extends SMTPTransport {

  private static final URLName SMTP = new URLName("smtp", null, -1, null, null, null);

  private final Handover handover;

  FencedTransport(Session session, Handover handover) {
    super(session, SMTP);
    this.handover = handover;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    try {
      handover.write();
    } catch (IOException e) {
      throw new MessagingException(e.getMessage(), e);
    }
    return super.data();
  }

  /** An IOException makes the transport hang up, and without the dot the server keeps nothing. */
  @Override
  protected void finishData() throws IOException, MessagingException {
    handover.hand();
    super.finishData();
  }
}
