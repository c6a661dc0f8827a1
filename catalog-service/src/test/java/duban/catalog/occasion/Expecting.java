package duban.catalog.occasion;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.deadline.InFile;
import duban.catalog.occasion.Expectations.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps what the service makes of yearly types beside the occasions of a catalogue's file. */
public final class Expecting {
  private final Map<UUID, Kept> made = new LinkedHashMap<>();

  /** Returns how many were made or changed on the day. */
  public int on(LocalDate today, JsonNode catalogue) {
    var file = new InFile(catalogue);
    List<Standing> all = new ArrayList<>();
    file.occasions().forEach(it -> all.add(new Standing(Kept.of(it), false)));
    made.values().forEach(it -> all.add(new Standing(it, true)));
    var changed = new Expectations(file.types().values(), file.units(), all).changed(today);
    changed.forEach(it -> made.put(it.id(), it));
    return changed.size();
  }

  /** One that stands; without a unit it is for all. */
  public record Made(UUID id, String type, int year, String unit) {}

  public Stream<Made> standing() {
    return made.values().stream()
        .filter(it -> !it.cancelled())
        .map(it -> new Made(it.id(), it.type(), it.year(), it.unit() == null ? "" : it.unit()));
  }
}
