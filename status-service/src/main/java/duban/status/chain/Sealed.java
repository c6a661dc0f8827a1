package duban.status.chain;

import com.fasterxml.jackson.databind.ObjectReader;
import duban.chassis.json.Json;
import duban.chassis.outbox.Outbox;
import duban.status.fold.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An event at its place in the chain.
 *
 * @param bytes what is stored, hashed and sent: exactly these
 * @param hash hex SHA-256 of {@code bytes}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sealed(Event event, byte[] bytes, String hash) {

  /** What the first event of a chain names as the hash before it. */
  public static final String NOTHING_BEFORE = "0".repeat(64);

  private static final ObjectReader EVENT = Json.contract().readerFor(Event.class);
  private static final ObjectReader EVENTS = Json.contract().readerFor(Event[].class);

  static Sealed of(Event event) {
    byte[] bytes = Outbox.bytes(event);
    return new Sealed(event, bytes, Sha256.hex(bytes));
  }

  /** One whose bytes exist already. */
  public static Sealed of(Event event, byte[] bytes) {
    return new Sealed(event, bytes, Sha256.hex(bytes));
  }

  /** What the stored bytes say. */
  static Event read(byte[] bytes) {
    try {
      return EVENT.readValue(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The stored bytes are no event", e);
    }
  }

  /** The same of many, with a comma between them. */
  static List<Event> readAll(String bodies) {
    try {
      return List.of(EVENTS.<Event[]>readValue("[" + bodies + "]"));
    } catch (IOException e) {
      throw new UncheckedIOException("The stored bytes are no events", e);
    }
  }
}
