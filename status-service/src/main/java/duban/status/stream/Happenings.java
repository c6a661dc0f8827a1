package duban.status.stream;

import com.fasterxml.jackson.databind.JsonNode;
import duban.chassis.inbox.InboundRecord;
import duban.chassis.inbox.UnacceptableRecord;
import duban.chassis.rights.Concern;
import duban.status.event.EventFilter;
import duban.status.listing.Scope;
import duban.status.sight.Sights;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Makes of records what is told of them. Heartbeats, and what nobody can read, are left out. */
@ApplicationScoped
class Happenings {

  private static final Map<String, Happening.Kind> KINDS =
      Map.of(
          "duban.implementation.v1", Happening.Kind.IMPLEMENTATION,
          "duban.progress.v1", Happening.Kind.PROGRESS);
  private static final String FACTS =
      """
      SELECT d.id, d.measure_id, d.unit_id, d.title, m.topic_id, m.conference_id, m.text,
             ARRAY(SELECT unnest(ARRAY[g.id, g.code]) FROM unit g WHERE g.members @> ARRAY[d.unit_id]
                   UNION SELECT u.code FROM unit u WHERE u.id = d.unit_id
                   UNION SELECT o.unit_code FROM deadline o WHERE o.unit_id = d.unit_id) AS named,
             coalesce(d.unit_code, d.unit_id) AS unit, d.supervisor,
             ARRAY(SELECT jsonb_array_elements_text(d.concerned)
                   UNION SELECT o.code FROM unit g JOIN unit o ON o.id = ANY (g.members)
                         WHERE g.id = d.unit_id AND o.code IS NOT NULL) AS concerned,
             coalesce(m.open, false) AS open,
             %s AS published
      FROM deadline d LEFT JOIN measure m ON m.id = d.measure_id WHERE d.id = ANY (?)
      """
          .formatted(Sights.PUBLISHED);

  /** What is known of a deadline. */
  private record Known(Scope.Subject whose, Happening.Concerned concerned) {}

  private record Read(
      ConsumerRecord<byte[], byte[]> record,
      Happening.Kind kind,
      EventFilter.Subject happened,
      JsonNode body) {}

  private final AgroalDataSource database;

  Happenings(AgroalDataSource database) {
    this.database = database;
  }

  List<Happening> of(Iterable<ConsumerRecord<byte[], byte[]>> records, Partitions partitions)
      throws SQLException {
    List<Read> read = new ArrayList<>();
    records.forEach(record -> read(record, read));
    Map<UUID, Known> known = read.isEmpty() ? Map.of() : known(read);
    return read.stream()
        .map(
            it ->
                happening(
                    it,
                    partitions,
                    known.getOrDefault(it.happened().deadline(), unheard(it.body()))))
        .toList();
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, List<Read> into) {
    try {
      InboundRecord inbound = InboundRecord.of(record);
      Happening.Kind kind = KINDS.get(inbound.type());
      if (kind != null) {
        JsonNode body = inbound.body(JsonNode.class);
        into.add(new Read(record, kind, happened(kind, body), body));
      }
    } catch (UnacceptableRecord | IllegalArgumentException | DateTimeException e) {
      // None of ours: nobody would know what it speaks of.
    }
  }

  /** As the list of events, or of progress, would compare it. */
  private static EventFilter.Subject happened(Happening.Kind kind, JsonNode body) {
    String day = body.path(kind.day()).textValue();
    return new EventFilter.Subject(
        UUID.fromString(body.path("deadlineId").asText()),
        body.path("type").textValue(),
        day == null ? null : LocalDate.parse(day));
  }

  private static Happening happening(Read read, Partitions partitions, Known known) {
    ConsumerRecord<byte[], byte[]> record = read.record();
    return new Happening(
        partitions.slot(new TopicPartition(record.topic(), record.partition())),
        record.offset(),
        read.kind(),
        new String(record.value(), StandardCharsets.UTF_8),
        read.happened(),
        known.whose(),
        known.concerned());
  }

  /** What an event itself says, of a deadline that was not heard of yet. */
  private static Known unheard(JsonNode body) {
    String unit = body.path("unit").textValue();
    Set<String> units = unit == null ? Set.of() : Set.of(unit);
    return new Known(
        new Scope.Subject(units, body.path("measureId").textValue(), null, null, null, null, false),
        new Happening.Concerned(new Concern(units, units, null), false));
  }

  private Map<UUID, Known> known(List<Read> read) throws SQLException {
    Map<UUID, Known> known = new HashMap<>();
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(FACTS)) {
      Object[] ids = read.stream().map(it -> it.happened().deadline()).distinct().toArray();
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getObject("id", UUID.class), known(rows));
        }
      }
    }
    return known;
  }

  private static Known known(ResultSet row) throws SQLException {
    // By every name that the list would find it by: an older deadline may know an older code.
    Set<String> units = new HashSet<>(Arrays.asList((String[]) row.getArray("named").getArray()));
    units.add(row.getString("unit_id"));
    return new Known(
        new Scope.Subject(
            units,
            row.getString("measure_id"),
            row.getString("conference_id"),
            row.getString("topic_id"),
            row.getString("title"),
            row.getString("text"),
            row.getBoolean("open")),
        new Happening.Concerned(
            Concern.of(row.getString("unit"))
                .supervisedBy(row.getString("supervisor"))
                .alsoOf(List.of((String[]) row.getArray("concerned").getArray())),
            row.getBoolean("published")));
  }
}
