package duban.catalog.rights;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.chassis.rights.Nearness;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The yearly lists of {@link Things} that were sent: to the callers' unit, and to another. */
final class TriedLists {
  private static final UUID NAMES = UUID.fromString("00000000-0000-4000-8000-000000000011");

  private TriedLists() {}

  static void make() {
    TwoDistricts.made("sent-lists", sending(Things.MINE));
    TwoDistricts.made("sent-lists", sending(Things.THEIRS));
  }

  static String sending(String unit) {
    return sending(request(unit), unit);
  }

  /** Another than those that were sent. */
  static String fresh(String unit) {
    return sending(request("another of " + unit), unit);
  }

  private static String sending(UUID id, String unit) {
    return "{\"id\": \"%s\", \"year\": 2028, \"unit\": \"%s\"}".formatted(id, unit);
  }

  private static UUID request(String name) {
    return UuidCreator.getNameBasedSha1(NAMES, name);
  }

  /** The id of the list. */
  static String id(@Nullable Nearness near) {
    String unit = near == null ? "C-NONE" : near == Nearness.OWN ? Things.MINE : Things.THEIRS;
    return UuidCreator.getNameBasedSha1(request(unit), unit).toString();
  }
}
