package duban.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;

class EndingTest {

  private record Patience(Duration timeout, Duration backoff, Duration longestOpening)
      implements MailServerSettings {

    @Override
    public String host() {
      return "";
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public Protection protection() {
      return Protection.NONE;
    }

    @Override
    public java.util.Optional<String> username() {
      return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<String> password() {
      return java.util.Optional.empty();
    }

    @Override
    public String from() {
      return "";
    }
  }

  private static final MailServerSettings PATIENCE =
      new Patience(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private static Duration pause(Outcome outcome, int attempts) {
    var envelope = new Envelope(UUID.randomUUID(), 1, false, attempts, "", "", "", "", "");
    return new Ending(envelope, new Attempt(outcome, "")).pause(PATIENCE);
  }

  @Test
  void aServerThatWasAwayIsAskedEveryTenSecondsHoweverLongItWas() {
    assertThat(pause(Outcome.NOT_NOW, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(pause(Outcome.NOT_NOW, 10_000)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aMailThatIsPutOffIsTriedEverMoreSeldomButAtLeastOnceAnHour() {
    assertThat(pause(Outcome.DEFERRED, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(pause(Outcome.DEFERRED, 3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(pause(Outcome.DEFERRED, 10_000)).isEqualTo(Duration.ofHours(1));
  }

  private static SMTPAddressFailedException recipient(int code) throws MessagingException {
    return new SMTPAddressFailedException(new InternetAddress("a@b.example"), "RCPT", code, "no");
  }

  private static Outcome of(MessagingException failure, boolean handed) {
    return Refusal.of(failure, handed).outcome();
  }

  @Test
  void aRefusalIsCertain() throws MessagingException {
    assertThat(of(recipient(550), false)).isEqualTo(Outcome.NEVER);
    assertThat(of(recipient(451), false)).isEqualTo(Outcome.DEFERRED);
    assertThat(of(recipient(421), false)).isEqualTo(Outcome.NOT_NOW);
    var sender = new SMTPSenderFailedException(new InternetAddress("a@b.example"), "MAIL", 550, "");
    assertThat(of(sender, false)).as("our address is mended").isEqualTo(Outcome.NOT_NOW);
    var content =
        new SMTPSendFailedException(".", 554, "spam", new MessagingException(), null, null, null);
    assertThat(of(content, true)).isEqualTo(Outcome.NEVER);
  }

  @Test
  void silenceIsDoubtOnlyAfterTheWholeMailWasHandedOver() {
    var silence = new MessagingException("?", new SocketTimeoutException());
    assertThat(of(silence, true)).isEqualTo(Outcome.UNCLEAR);
    assertThat(of(silence, false)).isEqualTo(Outcome.NOT_NOW);
  }

  @Test
  void nobodyHandsOverWhatWasGivenUpOrGivesUpWhatWasHandedOver() throws IOException {
    var givenUp = new Handover(() -> true);
    givenUp.write();
    assertThat(givenUp.giveUp()).isTrue();
    org.assertj.core.api.Assertions.assertThatThrownBy(givenUp::hand)
        .isInstanceOf(IOException.class);
    var handed = new Handover(() -> true);
    handed.write();
    handed.hand();
    assertThat(handed.giveUp()).isFalse();
  }
}
