package duban.bench;

import java.io.IOException;
import java.util.Random;
import java.util.UUID;

/** Records progress of one deadline of the district after the other. */
final class Recorder implements Load.Caller {

  private static final int CREATED = 201;

  private final Http http;
  private final Random random;
  private final String today;

  /**
   * @param today in Beijing
   */
  Recorder(Http http, int number, String today) {
    this.http = http;
    this.random = new Random(number);
    this.today = today;
  }

  @Override
  public void call() throws IOException {
    var body =
        "{\"id\":\"%s\",\"deadlineId\":\"%s\",\"type\":\"PROGRESS_REPORTED\",\"effectiveOn\":\"%s\"}"
            .formatted(
                UUID.randomUUID(),
                Snapshots.deadlineId(random.nextInt(District.DEADLINES / 2)),
                today);
    var answer = http.post("/api/status/events", body);
    if (answer.status() != CREATED) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
