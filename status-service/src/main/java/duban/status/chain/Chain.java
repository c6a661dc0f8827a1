package duban.status.chain;

import duban.chassis.outbox.Outbox;
import duban.chassis.outbox.OutboxRow;
import duban.status.fold.Event;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The record: appended to, read, never changed. */
@ApplicationScoped
public class Chain implements PanacheRepositoryBase<StoredEvent, UUID> {

  public static final String TOPIC = "duban.implementation";
  public static final String TYPE = "duban.implementation.v1";

  /** The bodies of a deadline's events, for {@link #events}; the deadline's id comes behind it. */
  public static final String OF_DEADLINE =
      "SELECT string_agg(convert_from(e.body, 'UTF8'), ',' ORDER BY e.seq) FROM event e"
          + " WHERE e.deadline_id = ";

  private final ChainTable table;
  private final ParsedEvents parsed;
  private final Outbox outbox;

  Chain(ChainTable table, ParsedEvents parsed, Outbox outbox) {
    this.table = table;
    this.parsed = parsed;
    this.outbox = outbox;
  }

  /** Locks the end of the measure's chain until the transaction ends. */
  public ChainHead lock(String measureId) {
    return table
        .lock(measureId)
        .or(
            () -> {
              table.begin(measureId);
              return table.lock(measureId);
            })
        .orElseThrow();
  }

  /** The same by one of its deadlines, if that is known and anything was recorded before. */
  public Optional<ChainHead> lockOf(UUID deadlineId) {
    return table.lockOf(deadlineId);
  }

  /**
   * Stores and sends an event that {@link ChainHead#seal} has given its place.
   *
   * @param request hash of what the client asked for
   * @param answer the progress that is answered
   * @param told what else others are told of the same change, before this
   * @throws IdTaken if another transaction has just recorded one with this id
   */
  public StoredEvent append(
      Sealed sealed,
      @Nullable PrivatePart part,
      @Nullable String request,
      @Nullable String answer,
      List<OutboxRow> told) {
    table.append(sealed, request, answer, false);
    Event event = sealed.event();
    if (part != null) {
      table.beside(event.id(), part);
    }
    List<OutboxRow> rows = new ArrayList<>(told);
    rows.add(new OutboxRow(TOPIC, event.measureId(), TYPE, event.id().toString(), sealed.bytes()));
    outbox.addAll(rows);
    return new StoredEvent(sealed, request, answer);
  }

  /**
   * Takes back an event that was sent and is not here.
   *
   * @return false if it is here already, byte for byte
   * @throws Fork if the chain here goes another way
   */
  public boolean takeBack(Sealed sealed) {
    Event event = sealed.event();
    ChainHead head = lock(event.measureId());
    StoredEvent known = findById(event.id());
    if (known != null) {
      if (!Arrays.equals(known.body(), sealed.bytes())) {
        throw new Fork(event, "its bytes here are others");
      }
      return false;
    }
    if (!head.take(sealed)) {
      throw new Fork(event, "the chain here stands at " + head);
    }
    table.append(sealed, null, null, true);
    return true;
  }

  /** In the order in which they were recorded. */
  public List<Event> ofDeadline(UUID deadlineId) {
    return events(deadlineId, table.text(OF_DEADLINE + "?", deadlineId));
  }

  /** What {@link #OF_DEADLINE} found of this deadline. */
  public List<Event> events(UUID deadlineId, @Nullable String bodies) {
    return parsed.of(deadlineId, bodies);
  }

  /** The same for many. */
  public Map<UUID, List<Event>> ofDeadlines(List<UUID> deadlineIds) {
    return stream("deadlineId in ?1 order by seq", deadlineIds)
        .collect(
            Collectors.groupingBy(
                StoredEvent::deadlineId,
                Collectors.mapping(StoredEvent::event, Collectors.toList())));
  }

  /** Those with these ids, in the order of recording. */
  public List<StoredEvent> list(List<UUID> ids) {
    return list("id in ?1 order by recordedAt, id", ids);
  }

  /** What lies beside these events and was not erased. */
  public Map<UUID, PrivatePart> privateParts(Set<UUID> eventIds) {
    return getEntityManager()
        .createQuery("from StoredPrivatePart where eventId in ?1", StoredPrivatePart.class)
        .setParameter(1, eventIds)
        .getResultStream()
        .collect(Collectors.toMap(StoredPrivatePart::eventId, StoredPrivatePart::part));
  }

  public Optional<PrivatePart> privatePart(UUID eventId) {
    return Optional.ofNullable(privateParts(Set.of(eventId)).get(eventId));
  }

  /** The number of the first event whose bytes or link are not what they were; empty if all are. */
  public Optional<Long> firstBroken(String measureId) {
    String before = Sealed.NOTHING_BEFORE;
    long seq = 0;
    for (StoredEvent stored : list("measureId = ?1 order by seq", measureId)) {
      seq++;
      boolean whole =
          stored.seq() == seq
              && stored.hash().equals(Sha256.hex(stored.body()))
              && stored.event().previous().equals(before);
      if (!whole) {
        return Optional.of(seq);
      }
      before = stored.hash();
    }
    ChainHead head = table.head(measureId).orElse(null);
    return head == null || head.endsWith(seq, before) ? Optional.empty() : Optional.of(seq + 1);
  }
}
