package duban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.contract.Schemas;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends RunningService {

  /** The examples of an owner for one of its topics, however many it has. */
  private void feed(String service, String topic, String type) throws IOException {
    try (var files = Files.list(Path.of("..", service, "src/main/contract"))) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (name.matches(type + "(-[a-z-]+)?\\.v1\\.example\\.json")) {
          feed.raw(topic, "k", "duban." + type + ".v1", Files.readAllBytes(file));
        }
      }
    }
  }

  @Test
  void whatCatalogAndStatusPublishIsUnderstood() throws IOException {
    feed("catalog-service", "duban.units", "unit");
    feed("catalog-service", "duban.measures", "measure");
    feed("catalog-service", "duban.calendars", "calendar");
    feed("catalog-service", "duban.deadlines", "deadline");
    feed("status-service", "duban.progress", "progress");
    feed("catalog-service", "duban.yearly-lists", "yearly-list");
    feed.read();
    plan("2027-10-25T09:29:10");
    assertThat(sql("SELECT detail FROM dead_letter")).isEmpty();
    for (var copy : new String[] {"unit", "measure", "calendar", "progress", "yearly_list"}) {
      assertThat(sql("SELECT id FROM " + copy + "_copy")).as(copy).isNotEmpty();
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
    Schemas.check("reminder.v1", Schemas.example("notification-service", "reminder.v1"));
    assertThat(sql("SELECT DISTINCT type || ' ' || key FROM outbox"))
        .containsExactlyInAnyOrder(
            "duban.reminder.v1 o-120a-XRD-01", "duban.reminder.v1 o-039-XRD-01");
  }

  private static void keepsToTheSchema(String body) {
    assertThat(Schemas.errors("reminder.v1", body)).as(body).isEmpty();
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
