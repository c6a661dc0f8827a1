package duban.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server that keeps what it took, and can be told to refuse. */
public final class MailServer {

  private final int port;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int refuseWith;
  private SMTPServer server;

  /** A mail as it arrived. */
  public record Received(String to, MimeMessage message) {

    public String subject() {
      try {
        return message.getSubject();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String header(String name) {
      try {
        return message.getHeader(name, null);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The n-th alternative: plain text first, then HTML. */
    public String part(int number) {
      try {
        var content = ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
        return content.toString().replace("\r\n", "\n");
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    public String text() {
      return part(0);
    }
  }

  MailServer(String port) {
    this.port = Integer.parseInt(port);
  }

  /** The port may stay taken for a moment by whoever listened there before. */
  public void start() {
    Awaitility.await().ignoreExceptions().until(this::started);
  }

  private boolean started() {
    server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(Handler::new)
            .build();
    server.start();
    return true;
  }

  public void stop() {
    server.stop();
  }

  /** Answers every recipient with this code; 0: takes everything. */
  public void refuse(int code) {
    refuseWith = code;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public int port() {
    return port;
  }

  private final class Handler implements MessageHandler {
    private String to = "";

    Handler(MessageContext context) {}

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) throws RejectException {
      if (refuseWith != 0) {
        throw new RejectException(refuseWith, "refused in a test");
      }
      to = recipient;
    }

    @Override
    public String data(java.io.InputStream data) throws IOException {
      try {
        var session = Session.getInstance(new Properties());
        received.add(
            new Received(
                to, new MimeMessage(session, new ByteArrayInputStream(data.readAllBytes()))));
        return null;
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void done() {}
  }
}
