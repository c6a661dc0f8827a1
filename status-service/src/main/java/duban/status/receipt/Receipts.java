package duban.status.receipt;

import duban.chassis.authorship.Authors;
import duban.chassis.clock.BusinessClock;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import duban.chassis.rights.Sight;
import duban.status.event.Signing;
import duban.status.event.Signing.Signed;
import duban.status.receipt.ReceiptTable.Sent;
import duban.status.receipt.ReceiptTable.Signature;
import duban.status.receipt.ReceiptTable.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Signs for whole lists. */
@ApplicationScoped
class Receipts {

  /**
   * @param first false if it was recorded before and this is the first answer again
   */
  record Recorded(Receipt receipt, boolean first) {}

  private final ReceiptTable table;
  private final Signing signing;
  private final Access access;
  private final Authors authors;
  private final BusinessClock clock;

  Receipts(
      ReceiptTable table, Signing signing, Access access, Authors authors, BusinessClock clock) {
    this.table = table;
    this.signing = signing;
    this.access = access;
    this.authors = authors;
    this.clock = clock;
  }

  /** One event for each deadline that waits for it, or nothing at all. */
  @Transactional
  public Recorded record(ReceiptForm form) {
    UUID id = form.given();
    Sent list = known(form.listed());
    access.require(concern(list));
    Optional<Written> written = table.receipt(id);
    if (written.isPresent()) {
      return new Recorded(again(form, written.get()), false);
    }
    LocalDate today = clock.today();
    LocalDate day = Optional.ofNullable(form.effectiveOn()).orElse(today);
    Signing.day(day, today);
    if (day.isBefore(list.sentOn())) {
      throw Problems.unprocessable(
          "effective-too-early",
          "effectiveOn is %s, but the list was sent on %s; give that day or a later one"
              .formatted(day, list.sentOn()),
          "effectiveOn");
    }
    List<UUID> deadlines = table.deadlines(list.id());
    List<Signed> signed = signing.sign(id, list.sentOn(), deadlines, day);
    if (signed.stream().noneMatch(it -> it.signed() || it.state() == null)) {
      table
          .signature(list.id())
          .ifPresent(
              it -> {
                throw alreadySigned(list, it);
              });
    }
    table.assigned(
        signed.stream().filter(it -> it.state() != null).map(Signed::deadlineId).toList());
    Receipt receipt =
        new Receipt(
            id,
            list.id(),
            list.year(),
            list.unit(),
            day,
            access.actingUnit().orElse(null),
            signed.stream().map(Receipt.Line::of).toList());
    var caller = access.caller();
    if (!table.write(receipt, caller.anonymous() ? null : caller.actor(), clock.now())) {
      throw taken(id);
    }
    return new Recorded(receipt, true);
  }

  /** A receipt, for who sees the list. */
  @Transactional
  public Receipt known(String given, UUID id) {
    return table
        .receipt(id)
        .filter(it -> table.list(it.list()).filter(list -> sees(access.sight(), list)).isPresent())
        .map(it -> Receipt.read(it.answer()))
        .orElseThrow(
            () -> Problems.notFound("receipt-not-known", "No receipt has the id '" + given + "'"));
  }

  private Sent known(UUID list) {
    return table
        .lock(list)
        .filter(it -> sees(access.sight(ReceiptList.ROW), it))
        .orElseThrow(
            () ->
                Problems.of(
                    404,
                    "list-not-known",
                    "Not found",
                    "list is "
                        + list
                        + ": no such list has been heard of yet; give the id of a list that the"
                        + " catalog sent, or ask again in two seconds if it was sent just now",
                    Map.of("field", "list"),
                    Map.of("Retry-After", "2")));
  }

  private boolean sees(Sight sight, Sent list) {
    return sight.sees(concern(list), false);
  }

  private Concern concern(Sent list) {
    return Concern.of(list.unit().codeOrId())
        .supervisedBy(list.sentBy())
        .alsoOf(table.organisers(list.id()));
  }

  private static Receipt again(ReceiptForm form, Written written) {
    LocalDate day = form.effectiveOn();
    if (!written.list().equals(form.list())
        || (day != null && !day.equals(written.effectiveOn()))) {
      throw taken(form.given());
    }
    return Receipt.read(written.answer());
  }

  /** Of a list that was signed for nothing waits for another receipt. */
  private RuntimeException alreadySigned(Sent list, Signature first) {
    var actor = first.actor();
    var name = actor == null ? null : authors.names(List.of(actor)).get(actor);
    return Problems.of(
        409,
        "already-signed",
        "Conflict",
        "list is %s, for which %s signed on %s; nothing in it waits for another receipt, look at receipts/%s"
            .formatted(
                list.id(),
                Stream.of(name, first.unit())
                    .filter(Objects::nonNull)
                    .reduce((person, unit) -> person + " of " + unit)
                    .orElse("somebody"),
                first.signedOn(),
                first.receipt()),
        Map.of("field", "list", "receipt", first.receipt()));
  }

  private static RuntimeException taken(UUID id) {
    return Problems.conflict(
        "id-taken",
        "id is "
            + id
            + ", under which something else is recorded; give a new UUID for a new receipt, or the"
            + " same body as the first time");
  }
}
