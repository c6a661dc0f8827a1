package duban.status.chain;

import duban.chassis.outbox.Outbox;
import duban.status.fold.Event;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

  private final Outbox outbox;

  Chain(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Locks the end of the measure's chain until the transaction ends. */
  public ChainHead lock(String measureId) {
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO chain_head (measure_id, seq, hash) VALUES (?1, 0, ?2) ON CONFLICT DO"
                + " NOTHING")
        .setParameter(1, measureId)
        .setParameter(2, Sealed.NOTHING_BEFORE)
        .executeUpdate();
    return getEntityManager().find(ChainHead.class, measureId, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Stores and sends an event that {@link ChainHead#seal} has given its place.
   *
   * @param request hash of what the client asked for
   * @param answer the progress that is answered
   */
  public StoredEvent append(
      Sealed sealed,
      @Nullable PrivatePart part,
      @Nullable String request,
      @Nullable String answer) {
    StoredEvent stored = new StoredEvent(sealed, request, answer);
    persist(stored);
    flush(); // so that a taken id fails here, where the caller can still see it
    Event event = sealed.event();
    if (part != null) {
      getEntityManager().persist(new StoredPrivatePart(event.id(), part));
    }
    outbox.add(TOPIC, event.measureId(), TYPE, event.id().toString(), sealed.bytes());
    return stored;
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
    persist(StoredEvent.returned(sealed));
    return true;
  }

  /** In the order in which they were recorded. */
  public List<Event> ofDeadline(UUID deadlineId) {
    return stream("deadlineId = ?1 order by seq", deadlineId).map(StoredEvent::event).toList();
  }

  /** The same for many. */
  public Map<UUID, List<Event>> ofDeadlines(List<UUID> deadlineIds) {
    return stream("deadlineId in ?1 order by seq", deadlineIds)
        .collect(
            Collectors.groupingBy(
                StoredEvent::deadlineId,
                Collectors.mapping(StoredEvent::event, Collectors.toList())));
  }

  /** Events with a number above {@code after}, oldest first. */
  public List<StoredEvent> timeline(String by, Object key, long after, int most) {
    return find(by + " = ?1 and seq > ?2 order by seq", key, after).page(0, most).list();
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
    ChainHead head = getEntityManager().find(ChainHead.class, measureId);
    return head == null || head.endsWith(seq, before) ? Optional.empty() : Optional.of(seq + 1);
  }
}
