package duban.notification.message;

import static duban.notification.Year2027.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.chassis.json.Json;
import duban.notification.RunningService;
import duban.notification.Year2027;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles and names that mean something to mail, HTML, templates or SQL leave as what they are. */
@QuarkusTest
class MeaningfulTextTest extends RunningService {

  @Inject Grouping grouping;
  @Inject Delivery delivery;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "报告\r\nBcc: spy@elsewhere.example\r\nX-Spy: 1",
        "x\r\n\r\n<h1>another mail</h1>",
        "=?UTF-8?Q?=0D=0ABcc:_spy@elsewhere.example?=",
        "报告\r\n.\r\nMAIL FROM:<spy@elsewhere.example>\r\n.",
        "{notice.subject}{#for x in 1}{/for}{{x}}${7*7}{7+7}",
        "<script>alert(1)</script><img src=x onerror=\"alert('1')\">&amp;",
        "'; DROP TABLE message; --",
      })
  void leaveAsTheTextThatTheyAre(String text) throws Exception {
    ObjectNode deadline = Json.contract().valueToTree(Year2027.report("QZF-BM-03", text));
    deadline.put("title", text);
    feed.raw(
            "duban.deadlines",
            deadline.path("id").asText(),
            "duban.deadline.v1",
            Json.contract().writeValueAsBytes(deadline))
        .calendar()
        .unit("QZF-BM-03", text, "DEPARTMENT", null)
        .read();
    plan("2027-10-25T09:29:10");
    for (var now = at("2027-10-25T09:29:30");
        !now.isAfter(at("2027-10-25T09:40:30"));
        now = now.plusSeconds(60)) {
      grouping.round(now);
      while (delivery.round(now)) {
        // until the box is empty
      }
    }

    assertThat(mail.received()).hasSize(1);
    var received = mail.received().get(0);
    assertThat(received.to()).isEqualTo("qzf-bm-03@chaoyang.example");
    assertThat(Collections.list(received.message().getAllHeaders()))
        .extracting(it -> it.getName().toLowerCase(java.util.Locale.ROOT))
        .containsExactlyInAnyOrder(
            "date",
            "from",
            "to",
            "message-id",
            "subject",
            "mime-version",
            "content-type",
            "auto-submitted",
            "x-duban-message",
            "received");
    assertThat(received.message().getAllRecipients()).hasSize(1);
    assertThat(received.subject()).isEqualTo("【工作提示】" + text + ":10月29日前");
    assertThat(received.text()).contains(text.replace("\r\n", "\n"));
    assertThat(received.part(1))
        .doesNotContain("<script", "<img", "<h1")
        .contains(
            text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\r\n", "\n"));
    assertThat(sql("SELECT count(*) FROM message WHERE state = 'SENT'")).containsExactly("1");
  }
}
