package duban.catalog.writing;

import static org.assertj.core.api.Assertions.assertThat;

import duban.chassis.backbone.TestTopics;
import duban.chassis.inbox.Inbox;
import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;

/** What it tells of a deadline, through Kafka. */
public final class StatusService {
  private StatusService() {}

  public static void tells(
      Inbox inbox, AgroalDataSource database, String deadline, String state, int counted)
      throws Exception {
    String progress =
        """
        {"deadlineId": "%s", "version": 7, "state": "%s", "counted": %d, "required": 1,
         "effectiveDueOn": "2028-11-30"}
        """
            .formatted(deadline, state, counted);
    tells(inbox, database, deadline, progress.getBytes(StandardCharsets.UTF_8));
  }

  public static void tells(Inbox inbox, AgroalDataSource database, String deadline, byte[] progress)
      throws Exception {
    TestTopics.produce("duban.progress", deadline, "duban.progress.v1", "p-" + deadline, progress);
    String query = "SELECT count(*) FROM progress WHERE deadline_id = '" + deadline + "'";
    for (int left = 600; Caller.number(database, query) == 0 && left > 0; left--) {
      inbox.round();
    }
    assertThat(Caller.number(database, query)).isEqualTo(1);
  }
}
