package duban.notification.message;

import duban.notification.notice.Office;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands one message to the mail server and says how that ended. */
@ApplicationScoped
class PostOffice {

  private final MailServerSettings settings;
  private final Session session;
  private final Office office;
  private final ExecutorService exchanges = Executors.newCachedThreadPool(PostOffice::thread);

  PostOffice(MailServerSettings settings, Office office) {
    this.settings = settings;
    this.session = Session.getInstance(SessionProperties.of(settings));
    this.office = office;
  }

  /** Waits for the answer, but never as long as the lease lasts. */
  Attempt hand(Envelope envelope, Instant now) {
    var exchange = exchanges.submit(() -> exchange(envelope, now));
    try {
      return exchange.get(settings.exchange().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Attempt(Outcome.UNCLEAR, "no answer in time");
    } catch (ExecutionException e) {
      return new Attempt(Outcome.UNCLEAR, Refusal.said(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt(Outcome.UNCLEAR, "stopped while waiting for the answer");
    }
  }

  private Attempt exchange(Envelope envelope, Instant now) throws MessagingException {
    var mail = NoticeMail.of(session, envelope, settings.from(), office.name(), now);
    // A connection for each mail: one that was kept may have died unnoticed, which is doubt.
    try (var transport = (SMTPTransport) session.getTransport("smtp")) {
      try {
        connect(transport);
      } catch (MessagingException e) {
        // Nothing was said of this mail yet. Wrong credentials, too, are mended and not its fault.
        return new Attempt(Outcome.NOT_NOW, Refusal.said(e));
      }
      return send(transport, mail);
    }
  }

  private void connect(SMTPTransport transport) throws MessagingException {
    if (settings.username().isPresent()) {
      transport.connect(settings.username().get(), settings.password().orElse(""));
    } else {
      transport.connect();
    }
  }

  private static Attempt send(SMTPTransport transport, NoticeMail mail) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return Attempt.sent();
    } catch (MessagingException e) {
      return Refusal.of(e);
    }
  }

  private static Thread thread(Runnable exchange) {
    var thread = new Thread(exchange, "duban-smtp");
    thread.setDaemon(true);
    // Jakarta Mail looks up how to write each part by this.
    thread.setContextClassLoader(PostOffice.class.getClassLoader());
    return thread;
  }

  void stop(@Observes ShutdownEvent event) {
    exchanges.shutdownNow();
  }
}
