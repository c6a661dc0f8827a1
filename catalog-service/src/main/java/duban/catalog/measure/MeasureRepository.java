package duban.catalog.measure;

import duban.catalog.listing.Where;
import duban.catalog.snapshot.Snapshot;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where measures are read. */
@ApplicationScoped
public class MeasureRepository implements PanacheRepositoryBase<MeasureEntity, String> {
  private final ConferenceRepository conferences;
  private final TopicRepository topics;

  MeasureRepository(ConferenceRepository conferences, TopicRepository topics) {
    this.conferences = conferences;
    this.topics = topics;
  }

  /**
   * Keeps a list of things that have a measureId to the filters; 400 problems if they are unknown.
   */
  public void filter(
      Where where, @Nullable String measure, @Nullable String conference, @Nullable String topic) {
    Parameter.text("measure", measure)
        .ifPresent(
            id -> {
              expect(
                  count("id", id),
                  "measure",
                  id,
                  "the id of a measure, such as chaoyang-2015-T2-1");
              where.equal("measureId", id);
            });
    conference(conference)
        .ifPresent(
            id ->
                where.and(
                    "measureId in (select m.id from Measure m where m.conferenceId = :conference)",
                    "conference",
                    id));
    topic(topic)
        .ifPresent(
            id ->
                where.and(
                    "measureId in (select m.id from Measure m where m.topicId = :topic)",
                    "topic",
                    id));
  }

  Optional<String> conference(@Nullable String given) {
    var id = Parameter.text("conference", given);
    id.ifPresent(
        it ->
            expect(
                conferences.count("id", it),
                "conference",
                it,
                "the id of a conference, such as 2015"));
    return id;
  }

  Optional<String> topic(@Nullable String given) {
    var id = Parameter.text("topic", given);
    id.ifPresent(
        it -> expect(topics.count("id", it), "topic", it, "the id of a topic, such as T2"));
    return id;
  }

  private static void expect(long found, String parameter, String value, String right) {
    if (found == 0) {
      throw Problems.badRequest(
          "invalid-parameter", parameter + " is '" + value + "'; give " + right, parameter);
    }
  }

  MeasureEntity known(String id) {
    return Parameter.text("id", id)
        .flatMap(this::findByIdOptional)
        .orElseThrow(
            () -> Problems.notFound("measure-not-known", "No measure has the id '" + id + "'"));
  }

  /** Those of the same document, conference and topic. */
  List<Measure> group(Measure of) {
    return list(
            "documentId = ?1 and conferenceId = ?2 and topicId = ?3",
            of.documentId(),
            of.conference().id(),
            of.topic().id())
        .stream()
        .map(MeasureRepository::measure)
        .toList();
  }

  Optional<String> atLine(String documentId, int line) {
    return find("documentId = ?1 and line = ?2", documentId, line)
        .firstResultOptional()
        .map(it -> it.id);
  }

  public Optional<Measure> measure(String id) {
    return findByIdOptional(id).map(MeasureRepository::measure);
  }

  static Measure measure(MeasureEntity entity) {
    return Snapshot.read(entity.body, Measure.class).at(entity.version);
  }
}
