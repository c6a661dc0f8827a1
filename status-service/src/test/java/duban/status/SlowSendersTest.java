package duban.status;

import duban.chassis.contract.SlowSenders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Here and not in the chassis: in its own tests Netty is loaded where what the chassis adds to it
 * is not seen.
 */
@QuarkusTest
class SlowSendersTest extends StatusTest {

  @ConfigProperty(name = "duban.http.head")
  Duration head;

  @ConfigProperty(name = "duban.http.body")
  Duration body;

  private static SlowSenders senders() {
    return new SlowSenders(
        URI.create(RestAssured.baseURI + ":" + RestAssured.port), "/api/status/events");
  }

  @Test
  void two_thousand_that_never_finish_the_head_keep_nobody_out_and_are_closed() throws Exception {
    senders().trickleHeads(head);
  }

  @Test
  void two_thousand_that_never_finish_the_body_keep_nobody_out_and_are_closed() throws Exception {
    senders().trickleBodies(body);
  }

  @Test
  void a_connection_that_was_answered_is_closed_at_a_next_head_that_does_not_end()
      throws Exception {
    senders().trickleLater(head);
  }
}
