package duban.notification.message;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a mail that was not sent ended with. Before it was handed over that is certain;
 * afterwards only the server's own word is.
 */
final class Refusal {

  private static final int LONGEST = 500;
  private static final int SERVICE_CLOSES = 421;

  private Refusal() {}

  /**
   * @param handed whether the whole mail had been handed over
   */
  static Attempt of(MessagingException failure, boolean handed) {
    return new Attempt(outcome(failure, handed), said(failure));
  }

  private static Outcome outcome(MessagingException failure, boolean handed) {
    var code = 0;
    for (@Nullable Exception at = failure;
        at instanceof MessagingException exception;
        at = exception.getNextException()) {
      if (exception instanceof SMTPAddressFailedException address) {
        return of(address.getReturnCode()); // the most exact of them
      }
      if (exception instanceof SMTPSenderFailedException) {
        return Outcome.NOT_NOW; // of our own address, which is mended
      }
      if (exception instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
        code = send.getReturnCode();
      }
    }
    if (code == 0) {
      return handed ? Outcome.UNCLEAR : Outcome.NOT_NOW;
    }
    return of(code);
  }

  private static Outcome of(int code) {
    if (code == SERVICE_CLOSES) {
      return Outcome.NOT_NOW;
    }
    return code >= 500 ? Outcome.NEVER : Outcome.DEFERRED;
  }

  /** The words of the innermost failure: those around it only say that there was one. */
  static String said(Throwable failure) {
    var innermost = failure;
    while (innermost instanceof MessagingException around && around.getNextException() != null) {
      innermost = around.getNextException();
    }
    var message = String.valueOf(innermost.getMessage()).strip();
    return message.substring(0, Math.min(LONGEST, message.length())).replace('\0', ' ');
  }
}
