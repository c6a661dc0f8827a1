package duban.status.chain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.status.fold.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a deadline out of the text of their bodies. Every event makes that text longer and
 * changes nothing of it, so only what came behind what was read last is read; the text itself
 * decides, whatever became of the database in between.
 */
@ApplicationScoped
class ParsedEvents {

  private static final int CHARACTERS = 4_000_000;

  private record Parsed(String text, List<Event> events) {}

  private final Cache<UUID, Parsed> parsed =
      Caffeine.newBuilder()
          .maximumWeight(CHARACTERS)
          .weigher((UUID id, Parsed it) -> it.text().length())
          .build();

  /**
   * In the order of the text.
   *
   * @param text the bodies, with a comma between them; null if nothing happened
   */
  List<Event> of(UUID deadlineId, @Nullable String text) {
    if (text == null) {
      return List.of();
    }
    Parsed before = parsed.getIfPresent(deadlineId);
    if (before != null && before.text().equals(text)) {
      return before.events();
    }
    List<Event> events =
        before != null && text.startsWith(before.text() + ",")
            ? longer(before.events(), text.substring(before.text().length() + 1))
            : Sealed.readAll(text);
    parsed.put(deadlineId, new Parsed(text, events));
    return events;
  }

  private static List<Event> longer(List<Event> events, String rest) {
    return Stream.concat(events.stream(), Sealed.readAll(rest).stream()).toList();
  }
}
