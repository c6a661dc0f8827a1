package duban.status.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * How far somebody has heard: the next offset of every partition. As text it is the id of the last
 * event heard, which any replica can go on from.
 */
final class Position {

  private static final byte FORM = 1;
  private static final int MOST_BYTES_OF_AN_OFFSET = 10;

  private final long[] next;

  private Position(long[] next) {
    this.next = next;
  }

  static Position at(long[] next) {
    return new Position(next.clone());
  }

  Position copy() {
    return at(next);
  }

  long next(int slot) {
    return next[slot];
  }

  int size() {
    return next.length;
  }

  /** Whether what lies there was not heard yet. */
  boolean before(int slot, long offset) {
    return next[slot] <= offset;
  }

  void pass(int slot, long to) {
    next[slot] = Math.max(next[slot], to);
  }

  /** Whether everything that the other has heard was heard here too. */
  boolean covers(Position other) {
    for (int slot = 0; slot < next.length; slot++) {
      if (next[slot] < other.next[slot]) {
        return false;
      }
    }
    return true;
  }

  String id(int mark) {
    ByteBuffer bytes = ByteBuffer.allocate(5 + next.length * MOST_BYTES_OF_AN_OFFSET);
    bytes.put(FORM).putInt(mark);
    for (long offset : next) {
      long rest = offset;
      while (rest > 0x7F) {
        bytes.put((byte) (0x80 | (rest & 0x7F)));
        rest >>>= 7;
      }
      bytes.put((byte) rest);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  /** Empty if it is no id of these partitions. */
  static Optional<Position> read(String id, Partitions partitions) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
      if (bytes.get() != FORM || bytes.getInt() != partitions.mark()) {
        return Optional.empty();
      }
      long[] next = new long[partitions.size()];
      for (int slot = 0; slot < next.length; slot++) {
        next[slot] = offset(bytes);
        if (next[slot] < 0) {
          return Optional.empty();
        }
      }
      return bytes.hasRemaining() ? Optional.empty() : Optional.of(new Position(next));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static long offset(ByteBuffer bytes) {
    long offset = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte part = bytes.get();
      offset |= (long) (part & 0x7F) << shift;
      if (part >= 0) {
        return offset;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return Arrays.toString(next);
  }
}
