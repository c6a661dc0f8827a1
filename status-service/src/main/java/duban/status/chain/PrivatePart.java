package duban.status.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import duban.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;

/**
 * Names and free text of an event, beside the chain, which holds only {@link #hash}. The salt keeps
 * a short text from being found by trying.
 *
 * @param content canonical JSON: keys sorted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrivatePart(byte[] salt, String content) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper CANONICAL =
      Json.contract().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  public static PrivatePart of(Map<String, ?> content) {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return new PrivatePart(salt, canonical(content));
  }

  /** The same content in the same form, however the database ordered its keys. */
  static PrivatePart stored(byte[] salt, String json) {
    return new PrivatePart(salt, canonical(new PrivatePart(salt, json).read()));
  }

  /** JSON with sorted keys, so that equal contents are equal texts. */
  public static String canonical(Object content) {
    try {
      return CANONICAL.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON can be made of " + content.getClass(), e);
    }
  }

  /** Hex SHA-256 of salt and content. */
  public String hash() {
    return Sha256.hex(salt, content.getBytes(StandardCharsets.UTF_8));
  }

  public Map<String, Object> read() {
    try {
      return CANONICAL.readValue(content, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The private part is no JSON", e);
    }
  }

  public boolean sameAs(Map<String, ?> other) {
    return content.equals(canonical(other));
  }
}
