package duban.notification.message;

import duban.notification.notice.Office;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.util.StreamProvider;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Hands one message to the mail server and says how that ended. */
@ApplicationScoped
class PostOffice {

  private final MailServerSettings settings;
  private final Session session;
  private final Office office;
  private final ExecutorService exchanges = Executors.newCachedThreadPool(PostOffice::thread);

  PostOffice(MailServerSettings settings, Office office) {
    // Otherwise every jar is searched for one, several times a mail.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    this.settings = settings;
    this.session = Session.getInstance(SessionProperties.of(settings));
    this.office = office;
  }

  /**
   * Waits for the answer, but never as long as the lease lasts.
   *
   * @param ours whether the claim still counts
   */
  Attempt hand(Envelope envelope, Instant now, BooleanSupplier ours) {
    var handover = new Handover(ours);
    var exchange = exchanges.submit(() -> exchange(envelope, now, handover));
    try {
      return answer(exchange, handover);
    } catch (ExecutionException e) {
      return new Attempt(handover.giveUp() ? Outcome.NOT_NOW : Outcome.UNCLEAR, Refusal.said(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return givenUp(handover, "stopped while waiting for the answer");
    }
  }

  /** A server that is not even ready to take a mail is not waited for as one that has it. */
  private Attempt answer(Future<Attempt> exchange, Handover handover)
      throws ExecutionException, InterruptedException {
    var opening = settings.opening();
    try {
      return exchange.get(opening.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (handover.opening() && handover.giveUp()) {
        return givenUp(handover, "the mail server does not answer");
      }
    }
    try {
      return exchange.get(settings.exchange().minus(opening).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return givenUp(handover, "no answer in time");
    }
  }

  private static Attempt givenUp(Handover handover, String why) {
    return new Attempt(handover.giveUp() ? Outcome.NOT_NOW : Outcome.UNCLEAR, why);
  }

  private Attempt exchange(Envelope envelope, Instant now, Handover handover)
      throws MessagingException {
    NoticeMail mail;
    try {
      mail = NoticeMail.of(session, envelope, settings.from(), office.name(), now);
    } catch (AddressException e) {
      return new Attempt(Outcome.NEVER, Refusal.said(e));
    }
    // A connection for each mail: one that was kept may have died unnoticed, which is doubt.
    try (var transport = new FencedTransport(session, handover)) {
      try {
        connect(transport);
      } catch (MessagingException e) {
        // Nothing was said of this mail yet. Wrong credentials, too, are mended and not its fault.
        return new Attempt(Outcome.NOT_NOW, Refusal.said(e));
      }
      return send(transport, mail, handover);
    }
  }

  private void connect(SMTPTransport transport) throws MessagingException {
    if (settings.username().isPresent()) {
      transport.connect(settings.username().get(), settings.password().orElse(""));
    } else {
      transport.connect();
    }
  }

  private static Attempt send(SMTPTransport transport, NoticeMail mail, Handover handover) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return Attempt.sent();
    } catch (MessagingException e) {
      return handover.lost()
          ? new Attempt(Outcome.LOST, Refusal.said(e))
          : Refusal.of(e, handover.handed());
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
