package duban.catalog.progress;

import duban.chassis.inbox.Heard;
import duban.chassis.sql.Columns;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where deadlines stand, as status-service says it. */
@ApplicationScoped
public class ProgressCopy implements PanacheRepositoryBase<ProgressEntity, UUID> {
  private static final String KEEP =
      """
      INSERT INTO progress (deadline_id, version, state, counted)
      SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[])
      ON CONFLICT (deadline_id) DO UPDATE
        SET version = excluded.version, state = excluded.state, counted = excluded.counted
        WHERE progress.version < excluded.version
      """;

  private final AgroalDataSource database;

  ProgressCopy(AgroalDataSource database) {
    this.database = database;
  }

  /** What is known of these. */
  public Map<UUID, Progress> of(Collection<UUID> deadlines) {
    return list("deadlineId in ?1", deadlines).stream()
        .map(ProgressEntity::progress)
        .collect(Collectors.toMap(Progress::deadlineId, it -> it));
  }

  /** Keeps those that are newer. */
  void keep(Collection<Heard<Progress>> batch) {
    try (var connection = database.getConnection();
        var keep = connection.prepareStatement(KEEP)) {
      Columns.of(keep, batch)
          .add("uuid", it -> it.body().deadlineId())
          .add("int8", it -> it.body().version())
          .text(it -> it.body().state())
          .add("int4", it -> it.body().counted());
      keep.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("What was heard of progress cannot be kept", e);
    }
  }
}
