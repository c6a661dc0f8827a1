package duban.notification.message;

import duban.chassis.clock.BusinessClock;
import duban.chassis.loop.Work;
import duban.notification.calendar.SendingHours;
import duban.notification.release.Gate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends one message a round. SENDING, with the frozen words and a fencing token, is committed
 * before the mail server hears of it; the token is asked for right before DATA, before the final
 * dot, and in the statement that records the end. So a kill in between costs at most one extra
 * copy, with the same Message-ID.
 */
@ApplicationScoped
class Delivery implements Work {

  private static final Logger LOG = Logger.getLogger(Delivery.class);

  private final Grouping grouping;
  private final Gate gate;
  private final Quiet quiet;
  private final Messages messages;
  private final Leases leases;
  private final Writer writer;
  private final ListWriter lists;
  private final PostOffice postOffice;
  private final Recording recording;
  private final Doubts doubts;
  private final BusinessClock clock;

  Delivery(
      Grouping grouping,
      Gate gate,
      Quiet quiet,
      Messages messages,
      Leases leases,
      Writer writer,
      ListWriter lists,
      PostOffice postOffice,
      Recording recording,
      Doubts doubts,
      BusinessClock clock) {
    this.grouping = grouping;
    this.gate = gate;
    this.quiet = quiet;
    this.messages = messages;
    this.leases = leases;
    this.writer = writer;
    this.lists = lists;
    this.postOffice = postOffice;
    this.recording = recording;
    this.doubts = doubts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void rest(Duration pause) throws InterruptedException {
    grouping.ready().await(pause);
  }

  @Override
  public boolean round() {
    return round(clock.now());
  }

  /** Returns whether a message was worked on. */
  boolean round(Instant now) {
    recording.catchUp();
    QuarkusTransaction.requiringNew().run(doubts::begin);
    var claim = claim(now);
    claim.envelope().ifPresent(it -> finish(it, now));
    return claim.found();
  }

  /**
   * What a claim led to.
   *
   * @param found whether there was a message, even one that is not owed any more
   */
  record Claim(boolean found, Optional<Envelope> envelope) {}

  Claim claim(Instant now) {
    return QuarkusTransaction.requiringNew().call(() -> claimOne(now));
  }

  private Claim claimOne(Instant now) {
    if (gate.closed().isPresent() || quiet.everywhere(now)) {
      return new Claim(false, Optional.empty());
    }
    var next = messages.next(quiet.at(now));
    if (next.isEmpty()) {
      return new Claim(false, Optional.empty());
    }
    var turn = next.get();
    var today = SendingHours.day(now);
    if (turn.inDoubt() && !doubts.worthRepeating(turn, today)) {
      doubts.leave(turn.id());
      return new Claim(true, Optional.empty());
    }
    if (!turn.inDoubt()) {
      var written = written(turn, today);
      if (written.isEmpty()) {
        notOwed(turn);
        return new Claim(true, Optional.empty());
      }
      messages.freeze(turn.id(), written.get(), today);
    }
    return new Claim(true, Optional.of(leases.take(turn)));
  }

  private Optional<Writer.Written> written(Messages.Turn turn, LocalDate today) {
    var list = turn.list();
    return list == null
        ? writer.write(turn.id(), turn.recipient(), today)
        : lists.write(list, turn.recipient(), turn.begunAt(), today);
  }

  private void notOwed(Messages.Turn turn) {
    if (turn.list() == null) {
      messages.drop(turn.id());
    } else {
      messages.hold(turn.id());
    }
  }

  /** Sends what was claimed, if the claim still counts, and records how that ended. */
  void finish(Envelope envelope, Instant now) {
    var attempt = postOffice.hand(envelope, now, () -> leases.holds(envelope));
    if (attempt.outcome() == Outcome.LOST) {
      LOG.warnf("Message %s is no longer ours and is left alone", envelope.id());
      return;
    }
    recording.ended(envelope, attempt, now);
  }
}
