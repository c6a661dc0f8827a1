package duban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends RunningService {

  private static final Path OURS = Path.of("src/main/contract");

  private static byte[] example(String service, String name) throws IOException {
    return Files.readAllBytes(
        Path.of("..", service, "src/main/contract", name + ".v1.example.json"));
  }

  @Test
  void whatCatalogAndStatusPublishIsUnderstood() throws IOException {
    feed.raw("duban.units", "k", "duban.unit.v1", example("catalog-service", "unit"))
        .raw("duban.measures", "k", "duban.measure.v1", example("catalog-service", "measure"))
        .raw("duban.calendars", "k", "duban.calendar.v1", example("catalog-service", "calendar"))
        .raw("duban.deadlines", "k", "duban.deadline.v1", example("catalog-service", "deadline"))
        .raw(
            "duban.deadlines",
            "k",
            "duban.deadline.v1",
            example("catalog-service", "deadline-window"))
        .raw(
            "duban.deadlines",
            "k",
            "duban.deadline.v1",
            example("catalog-service", "deadline-checkpoint"))
        .raw("duban.progress", "k", "duban.progress.v1", example("status-service", "progress"))
        .read();
    plan("2027-10-25T09:29:10");
    assertThat(sql("SELECT detail FROM dead_letter")).isEmpty();
    for (var copy : new String[] {"unit", "measure", "calendar", "progress"}) {
      assertThat(sql("SELECT id FROM " + copy + "_copy")).as(copy).hasSize(1);
    }
    assertThat(sql("SELECT DISTINCT step FROM reminder"))
        .contains("LEAD", "PACE", "LATEST_START", "BEFORE", "DUE", "AFTER");
  }

  @Test
  void whatIsPublishedKeepsToTheContract() throws IOException {
    feed.calendar()
        .unit("XRD-01", "南磨房乡人大", "GUIDED", null)
        .deadline(Year2027.sessions())
        .deadline(Year2027.report("XRD-01", "南磨房乡人大"))
        .progress("o-120a-XRD-01", 1, "CLOSED", 2, 2)
        .read();
    plan("2027-10-25T09:29:10");
    var published =
        sql("SELECT convert_from(body, 'UTF8') FROM outbox WHERE topic = 'duban.reminders'");
    assertThat(published)
        .anyMatch(it -> it.contains("CANCELLED"))
        .anyMatch(it -> it.contains("SKIPPED"));
    published.forEach(ContractTest::keepsToTheSchema);
    keepsToTheSchema(Files.readString(OURS.resolve("reminder.v1.example.json")));
    assertThat(sql("SELECT DISTINCT type || ' ' || key FROM outbox"))
        .containsExactlyInAnyOrder(
            "duban.reminder.v1 o-120a-XRD-01", "duban.reminder.v1 o-039-XRD-01");
  }

  private static void keepsToTheSchema(String body) {
    try {
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(OURS.resolve("reminder.v1.schema.json")));
      assertThat(schema.validate(body, InputFormat.JSON)).as(body).isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRecordThatArrivesTwiceOrLateChangesNothing() {
    feed.progress("d", 3, "CLAIMED", 1, 2)
        .progress("d", 2, "IN_PROGRESS", 0, 2)
        .progress("d", 3, "CLAIMED", 1, 2)
        .read();
    assertThat(sql("SELECT version || (body->>'state') FROM progress_copy"))
        .containsExactly("3CLAIMED");
  }

  @Test
  void aRecordThatCannotBePlannedBecomesADeadLetterAndHoldsUpNothing() {
    feed.raw(
            "duban.deadlines",
            "x",
            "duban.deadline.v1",
            "{\"id\":\"x\",\"version\":1}".getBytes(StandardCharsets.UTF_8))
        .raw("duban.deadlines", "x", "duban.deadline.v1", "{".getBytes(StandardCharsets.UTF_8))
        .deadline(Year2027.sessions())
        .read();
    assertThat(sql("SELECT reason FROM dead_letter")).containsExactly("UNREADABLE", "UNREADABLE");
    assertThat(sql("SELECT id FROM deadline_copy")).containsExactly("o-120a-XRD-01");
  }
}
