package duban.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * From the snapshot of a deadline that is due to a message that is SENT: planned, gathered,
 * written, handed to a mail server that does nothing, recorded. Each message has a recipient of its
 * own.
 */
final class MessageFigure implements Figure {

  private static final int MESSAGES = 500;
  private static final int ROUNDS = 4;
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 10, 25, 10, 0);

  private int units;
  private int sqlMessages;

  @Override
  public String name() {
    return "message";
  }

  @Override
  public void measure(Bench bench, Table table) throws Exception {
    try (var world = World.start(bench, name())) {
      var topics = world.topics();
      topics.make(Snapshots.PROGRESS);
      topics.send(Snapshots.calendars());
      var mail = world.with(new NoMail());
      var offset =
          Duration.between(Instant.now(), MONDAY.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
      var notification =
          world.service(
              "notification",
              Map.of(
                  "duban.demonstration", "true",
                  "duban.clock.offset", offset.toString(),
                  "duban.smtp.port", Integer.toString(mail.port())));
      var both =
          Rounds.interleaved(
              1, ROUNDS, List.of(() -> sent(world, topics, notification), () -> sqlAlone(world)));
      table.add(
          "messages, planned to SENT, mail server that does nothing",
          "messages/s",
          both.get(0),
          both.get(1),
          Table.Goal.NONE);
    }
  }

  private double sent(World world, Topics topics, Service notification) throws Exception {
    int from = units;
    units += MESSAGES;
    try (var database = world.superuser("notification")) {
      // The recipients first: who they are is not part of the message.
      topics.send(Snapshots.units(from, units, "DEPARTMENT"));
      Patience.await(
          "every unit", () -> District.count(database, "SELECT count(*) FROM unit_copy") >= units);
      Patience.await(
          "an empty plan", () -> District.count(database, "SELECT count(*) FROM to_plan") == 0);
      notification.hold();
      topics.send(Snapshots.deadlines(from, units, units, "2027", "2027-10-01", "2027-10-29"));
      return Watch.during(
          world,
          "message",
          notification,
          () -> {
            long began = System.nanoTime();
            notification.goOn();
            Patience.await(
                "every message",
                50,
                () ->
                    District.count(
                            database,
                            "SELECT count(*) FROM message WHERE state = 'SENT' AND mail_id LIKE '%duban.example%'")
                        >= units);
            return MESSAGES / ((System.nanoTime() - began) / 1e9);
          });
    }
  }

  private double sqlAlone(World world) throws Exception {
    try (var database = world.connect("notification")) {
      long began = System.nanoTime();
      new MessageSql(database).send(sqlMessages, sqlMessages += MESSAGES);
      return MESSAGES / ((System.nanoTime() - began) / 1e9);
    }
  }
}
