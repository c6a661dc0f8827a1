package duban.status.measure;

import duban.chassis.inbox.Heard;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.Reader;
import duban.chassis.inbox.Reason;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.chassis.sql.Columns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The copies of the measures. */
@ApplicationScoped
public class Measures implements Reader<MeasureCopy> {

  private static final String REPLACE =
      """
      INSERT INTO measure (id, version, conference_id, topic_id, text, open)
      SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[])
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, text = excluded.text,
        conference_id = excluded.conference_id, topic_id = excluded.topic_id, open = excluded.open
      WHERE measure.version < excluded.version
      """;

  private final EntityManager database;
  private final AgroalDataSource jdbc;

  Measures(EntityManager database, AgroalDataSource jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return "duban.measures";
  }

  @Override
  public String type() {
    return "duban.measure.v1";
  }

  @Override
  public MeasureCopy parse(InboundRecord record) {
    MeasureCopy measure = record.body(MeasureCopy.class);
    if (measure.id() == null || measure.version() < 1 || measure.text() == null) {
      throw new UnacceptableRecord(Reason.UNREADABLE, "A measure has an id, a version and a text");
    }
    return measure;
  }

  @Override
  public void apply(List<Heard<MeasureCopy>> batch) {
    try (var connection = jdbc.getConnection();
        var replace = connection.prepareStatement(REPLACE)) {
      Columns.of(replace, Heard.newest(batch, MeasureCopy::key, MeasureCopy::version))
          .text(it -> it.body().id())
          .add("int8", it -> it.body().version())
          .text(it -> MeasureCopy.id(it.body().conference()))
          .text(it -> MeasureCopy.id(it.body().topic()))
          .text(it -> it.body().text())
          .add("bool", it -> it.body().open());
      replace.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The measures cannot be kept", e);
    }
  }

  /**
   * The conference that a filter means; a 400 problem if no measure is of it.
   *
   * @param everything whether the caller sees everything: to others what is unknown must be as what
   *     is hidden, of which there is nothing
   */
  public Optional<String> conference(@Nullable String given, boolean everything) {
    return known("conference", "conferenceId", given, "a conference, such as 2015", everything);
  }

  /** The topic that a filter means, in the same way. */
  public Optional<String> topic(@Nullable String given, boolean everything) {
    return known("topic", "topicId", given, "a topic, such as T2", everything);
  }

  private Optional<String> known(
      String parameter, String column, @Nullable String given, String right, boolean everything) {
    Optional<String> id = Parameter.text(parameter, given);
    id.filter(it -> everything && count(column, it) == 0 && somethingIsKnown())
        .ifPresent(
            it -> {
              throw Problems.badRequest(
                  "invalid-parameter",
                  parameter + " is '" + it + "'; give the id of " + right,
                  parameter);
            });
    return id;
  }

  /** Otherwise everything may be on its way. */
  private boolean somethingIsKnown() {
    return (Boolean)
        database.createNativeQuery("SELECT EXISTS (SELECT FROM measure)").getSingleResult();
  }

  private long count(String column, String value) {
    return database
        .createQuery("select count(*) from Measure where " + column + " = ?1", Long.class)
        .setParameter(1, value)
        .getSingleResult();
  }
}
