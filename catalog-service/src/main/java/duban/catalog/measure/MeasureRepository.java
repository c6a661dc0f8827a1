package duban.catalog.measure;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.snapshot.Snapshot;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where measures are read. */
@ApplicationScoped
public class MeasureRepository implements PanacheRepositoryBase<MeasureEntity, String> {
  /** What is not read by this is not there for whoever writes. */
  static final String ONE = "GET measures/{id}";

  private final ConferenceRepository conferences;
  private final TopicRepository topics;
  private final Seen seen;

  MeasureRepository(ConferenceRepository conferences, TopicRepository topics, Seen seen) {
    this.conferences = conferences;
    this.topics = topics;
    this.seen = seen;
  }

  /**
   * Keeps a list of things that have a measureId to the filters; 400 problems if they are unknown,
   * or nothing that the caller may know of.
   *
   * @param named whether the list itself tells the caller of a measure that is not his to read
   */
  public void filter(
      Where where,
      @Nullable String measure,
      @Nullable String conference,
      @Nullable String topic,
      Predicate<String> named) {
    Parameter.text("measure", measure)
        .ifPresent(
            id -> {
              expect(
                  seen.ofDocuments(new Where().equal("id", id), "GET measures").any(this)
                      || named.test(id),
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
                seen.ofDocuments(new Where().equal("id", it), "GET conferences").any(conferences),
                "conference",
                it,
                "the id of a conference, such as 2015"));
    return id;
  }

  Optional<String> topic(@Nullable String given) {
    var id = Parameter.text("topic", given);
    id.ifPresent(
        it ->
            expect(
                seen.ofDocuments(new Where().equal("id", it), "GET topics").any(topics),
                "topic",
                it,
                "the id of a topic, such as T2"));
    return id;
  }

  private static void expect(boolean found, String parameter, String value, String right) {
    if (!found) {
      throw Problems.badRequest(
          "invalid-parameter", parameter + " is '" + value + "'; give " + right, parameter);
    }
  }

  /** For the caller of an operation one that is not seen is not there. */
  MeasureEntity known(String id, String operation) {
    return Parameter.text("id", id)
        .flatMap(it -> ifSeen(it, operation))
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

  /** Those of a document, in the order of its lines. */
  public List<Measure> of(String documentId) {
    return list("documentId = ?1 order by line", documentId).stream()
        .map(MeasureRepository::measure)
        .toList();
  }

  public Optional<Measure> measure(String id) {
    return findByIdOptional(id).map(MeasureRepository::measure);
  }

  /** Empty if the caller does not see it either. */
  public Optional<Measure> seen(String id) {
    return ifSeen(id, ONE).map(MeasureRepository::measure);
  }

  Optional<MeasureEntity> ifSeen(String id, String operation) {
    return seen.ofDocuments(new Where().equal("id", id), operation).first(this);
  }

  static Measure measure(MeasureEntity entity) {
    return Snapshot.read(entity.body, Measure.class).at(entity.version);
  }
}
