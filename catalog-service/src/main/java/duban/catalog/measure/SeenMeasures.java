package duban.catalog.measure;

import duban.catalog.document.Titles;
import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The measures that the caller may read, for other features to show. */
@ApplicationScoped
public class SeenMeasures {
  private final MeasureRepository measures;
  private final Titles titles;
  private final Seen seen;

  SeenMeasures(MeasureRepository measures, Titles titles, Seen seen) {
    this.measures = measures;
    this.titles = titles;
    this.seen = seen;
  }

  /** Those of these that are seen, by their ids. */
  public Map<String, Measure> of(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Where where = new Where().and("id in :ids", "ids", Set.copyOf(ids));
    return seen.ofDocuments(where, MeasureRepository.ONE).all(measures).stream()
        .map(MeasureRepository::measure)
        .collect(Collectors.toMap(Measure::id, it -> it));
  }

  /** Where they stand. */
  public Map<String, Source> sources(Collection<String> ids) {
    Map<String, Measure> known = of(ids);
    Map<String, String> named = titles.all();
    return known.values().stream().collect(Collectors.toMap(Measure::id, it -> source(it, named)));
  }

  private static Source source(Measure measure, Map<String, String> titles) {
    return new Source(
        measure.documentId(),
        titles.getOrDefault(measure.documentId(), measure.documentId()),
        measure.conference().name(),
        measure.conference().year(),
        measure.topic().name(),
        measure.ordinal(),
        measure.line());
  }
}
