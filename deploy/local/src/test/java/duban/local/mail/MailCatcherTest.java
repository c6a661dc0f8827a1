package duban.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.page.Blocking;
import duban.local.preflight.Port;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
  private static final Instant MONDAY = Instant.parse("2027-10-25T01:30:00Z");

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final int smtpPort = Port.anyFree();
  private final int pagePort = Port.anyFree();
  private MailCatcher catcher;

  @BeforeEach
  void start() {
    Clock businessTime = Clock.fixed(MONDAY, ZoneOffset.UTC);
    catcher = MailCatcher.start(vertx, folder, businessTime, smtpPort, pagePort);
  }

  @AfterEach
  void stop() {
    catcher.close();
    Blocking.get(vertx.close());
  }

  @Test
  void aMailIsShownWithItsPartsAndTheBusinessTimeOfItsArrival() throws Exception {
    notice("bm01@chaoyang.example", "关于报送执法情况的工作提示");
    JsonObject mail = messages("").getJsonObject(0);
    assertThat(mail.getLong("id")).isEqualTo(1);
    assertThat(mail.getJsonArray("to")).containsExactly("bm01@chaoyang.example");
    assertThat(mail.getString("from")).isEqualTo("duban@chaoyang.example");
    assertThat(mail.getString("subject")).isEqualTo("关于报送执法情况的工作提示");
    assertThat(mail.getString("messageId")).isEqualTo("<n1@duban.example>");
    assertThat(mail.getString("receivedAt")).isEqualTo("2027-10-25T01:30:00Z");
    assertThat(mail.getString("text").strip()).isEqualTo("请于10月29日前报送。\n.点开头的一行");
    assertThat(mail.getString("html").strip()).isEqualTo("<p>请于<b>10月29日</b>前报送。</p>");
    assertThat(mail.getJsonArray("headers").toString()).contains("区财政局").doesNotContain("X-Env");
  }

  @Test
  void aMailThatWasAcknowledgedIsOnTheDiskAndOutlivesARestart() throws Exception {
    notice("a@chaoyang.example", "一");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly("1-a@chaoyang.example.eml");
    }
    catcher.close();
    start();
    notice("b@chaoyang.example", "二");
    assertThat(messages("").stream().map(mail -> ((JsonObject) mail).getString("subject")))
        .containsExactly("二", "一");
    assertThat(messages("").getJsonObject(0).getLong("id")).isEqualTo(2);
  }

  @Test
  void mailsAreFoundByRecipientAndBySubject() throws Exception {
    notice("finance@chaoyang.example", "甲");
    notice("culture@chaoyang.example", "乙");
    assertThat(messages("?to=CULTURE")).hasSize(1);
    assertThat(messages("?to=nobody")).isEmpty();
    assertThat(messages("?subject=%E7%94%B2").getJsonObject(0).getJsonArray("to"))
        .containsExactly("finance@chaoyang.example");
    assertThat(messages("?limit=1")).hasSize(1);
  }

  @Test
  void aMailThatCannotBeKeptIsNotAcknowledged() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    Files.delete(folder);
    assertThat(send("a@chaoyang.example", "不")).startsWith("452");
    Files.createDirectory(folder);
    assertThat(send("a@chaoyang.example", "好")).startsWith("250");
    assertThat(messages("")).hasSize(1);
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    assertThat(get("/api/messages/7").statusCode()).isEqualTo(404);
    assertThat(get("/api/messages/7").body()).contains("There is no mail 7.");
    assertThat(get("/api/messages?limit=many").statusCode()).isEqualTo(400);
    assertThat(get("/").body()).contains("收件箱");
    assertThat(get("/mail.js").headers().firstValue("content-security-policy")).isPresent();
  }

  private void notice(String to, String subject) throws IOException {
    assertThat(send(to, subject)).startsWith("250");
  }

  private String send(String to, String subject) throws IOException {
    return Smtp.send(smtpPort, "duban@chaoyang.example", to, Smtp.notice(subject));
  }

  private JsonArray messages(String query) throws Exception {
    return new JsonObject(get("/api/messages" + query).body()).getJsonArray("items");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + pagePort + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
