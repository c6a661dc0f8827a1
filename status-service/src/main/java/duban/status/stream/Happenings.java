package duban.status.stream;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.UnacceptableRecord;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Makes of records what is told of them. Heartbeats, and what nobody can read, are left out. */
@ApplicationScoped
class Happenings {

  private static final Map<String, Happening.Kind> KINDS =
      Map.of(
          "duban.implementation.v1", Happening.Kind.IMPLEMENTATION,
          "duban.progress.v1", Happening.Kind.PROGRESS);
  private static final String FACTS =
      """
      SELECT d.id, d.measure_id, d.unit_id, d.unit_code, m.topic_id, m.conference_id,
             ARRAY(SELECT unnest(ARRAY[g.id, g.code]) FROM unit g WHERE g.members @> ARRAY[d.unit_id])
               AS groups
      FROM deadline d LEFT JOIN measure m ON m.id = d.measure_id WHERE d.id = ANY (?)
      """;

  private record Read(
      ConsumerRecord<byte[], byte[]> record, Happening.Kind kind, UUID deadline, JsonNode body) {}

  private record Facts(
      @Nullable String measure,
      @Nullable String topic,
      @Nullable String conference,
      Set<String> units) {}

  private final AgroalDataSource database;

  Happenings(AgroalDataSource database) {
    this.database = database;
  }

  List<Happening> of(Iterable<ConsumerRecord<byte[], byte[]>> records, Partitions partitions)
      throws SQLException {
    List<Read> read = new ArrayList<>();
    records.forEach(record -> read(record, read));
    Map<UUID, Facts> facts = read.isEmpty() ? Map.of() : facts(read);
    return read.stream()
        .map(it -> happening(it, partitions, facts.getOrDefault(it.deadline(), unheard(it.body()))))
        .toList();
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, List<Read> into) {
    try {
      InboundRecord inbound = InboundRecord.of(record);
      Happening.Kind kind = KINDS.get(inbound.type());
      if (kind != null) {
        JsonNode body = inbound.body(JsonNode.class);
        into.add(new Read(record, kind, UUID.fromString(body.path("deadlineId").asText()), body));
      }
    } catch (UnacceptableRecord | IllegalArgumentException e) {
      // None of ours: nobody would know what it speaks of.
    }
  }

  private static Happening happening(Read read, Partitions partitions, Facts facts) {
    ConsumerRecord<byte[], byte[]> record = read.record();
    return new Happening(
        partitions.slot(new TopicPartition(record.topic(), record.partition())),
        record.offset(),
        read.kind(),
        new String(record.value(), StandardCharsets.UTF_8),
        read.deadline(),
        read.body().path("type").textValue(),
        facts.measure(),
        facts.topic(),
        facts.conference(),
        facts.units());
  }

  /** What an event itself says, of a deadline that was not heard of yet. */
  private static Facts unheard(JsonNode body) {
    String unit = body.path("unit").textValue();
    return new Facts(
        body.path("measureId").textValue(), null, null, unit == null ? Set.of() : Set.of(unit));
  }

  private Map<UUID, Facts> facts(List<Read> read) throws SQLException {
    Map<UUID, Facts> facts = new HashMap<>();
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(FACTS)) {
      Object[] ids = read.stream().map(Read::deadline).distinct().toArray();
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          facts.put(rows.getObject("id", UUID.class), facts(rows));
        }
      }
    }
    return facts;
  }

  private static Facts facts(ResultSet row) throws SQLException {
    Set<String> units = new HashSet<>();
    units.add(row.getString("unit_id"));
    units.add(row.getString("unit_code"));
    units.addAll(List.of((String[]) row.getArray("groups").getArray()));
    return new Facts(
        row.getString("measure_id"),
        row.getString("topic_id"),
        row.getString("conference_id"),
        units);
  }
}
