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
    return ids.isEmpty() ? Map.of() : read(seen.ofDocuments(with(ids), MeasureRepository.ONE));
  }

  private static Where with(Collection<String> ids) {
    return new Where().and("id in :ids", "ids", Set.copyOf(ids));
  }

  private Map<String, Measure> read(Where where) {
    return where.all(measures).stream()
        .map(MeasureRepository::measure)
        .collect(Collectors.toMap(Measure::id, it -> it));
  }

  /** Which of these are seen. */
  public Set<String> ids(Collection<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : seen.ofDocuments(with(ids), MeasureRepository.ONE)
            .ids(measures, MeasureEntity.class, String.class);
  }

  /** Where all stand, whoever asks: {@link #ids} says who may read it. */
  public Map<String, Source> everySource() {
    return sources(read(new Where()));
  }

  /** Where they stand. */
  public Map<String, Source> sources(Collection<String> ids) {
    return sources(of(ids));
  }

  private Map<String, Source> sources(Map<String, Measure> known) {
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
