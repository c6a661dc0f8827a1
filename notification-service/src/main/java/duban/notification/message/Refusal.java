package duban.notification.message;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a mail that was not sent ended with: only the server's own word is certain. */
final class Refusal {

  private static final int LONGEST = 500;

  private Refusal() {}

  static Attempt of(MessagingException failure) {
    var code = code(failure);
    var outcome = code >= 500 ? Outcome.NEVER : code >= 400 ? Outcome.NOT_NOW : Outcome.UNCLEAR;
    return new Attempt(outcome, said(failure));
  }

  /** Of the reply with which the server refused; 0 if it said none. */
  private static int code(MessagingException failure) {
    var found = 0;
    for (@Nullable Exception at = failure;
        at instanceof MessagingException exception;
        at = exception.getNextException()) {
      if (exception instanceof SMTPAddressFailedException address) {
        return address.getReturnCode(); // the most exact of them
      }
      if (exception instanceof SMTPSenderFailedException sender) {
        found = sender.getReturnCode();
      } else if (exception instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
        found = send.getReturnCode();
      }
    }
    return found;
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
