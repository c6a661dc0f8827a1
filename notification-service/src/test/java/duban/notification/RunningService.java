package duban.notification;

import static io.restassured.RestAssured.given;

import duban.chassis.backbone.Backbone;
import duban.chassis.inbox.Inbox;
import duban.notification.reminder.Planner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A service with PostgreSQL, Kafka and a mail server, all real; empty before each test. */
@QuarkusTestResource(
    value = Backbone.class,
    initArgs = @ResourceArg(name = "service", value = "notification"))
@QuarkusTestResource(MondayMorning.class)
public abstract class RunningService {

  @Inject protected Inbox inbox;
  @Inject protected Planner planner;
  protected final MailServer mail = new MailServer(setting("duban.smtp.port"));
  protected Feed feed;

  @BeforeEach
  void clean() {
    policiesAsShipped();
    sql(
        "TRUNCATE unit_copy, measure_copy, calendar_copy, deadline_copy, progress_copy, yearly_list_copy,"
            + " list_to_tell, to_plan,"
            + " deadline_known, contact, contact_unit, reminder, message, told, release, sender, stop,"
            + " outbox, dead_letter, copies_thrown_away");
    feed = new Feed(inbox);
    feed.owners();
    mail.start();
  }

  /** Before the list of what is to be planned is emptied, for this fills it. */
  private static void policiesAsShipped() {
    sql("CREATE SCHEMA IF NOT EXISTS shipped");
    sql("CREATE TABLE IF NOT EXISTS shipped.policy AS SELECT * FROM policy");
    sql("DELETE FROM policy; INSERT INTO policy SELECT * FROM shipped.policy");
  }

  @AfterEach
  void close() {
    mail.stop();
    feed.close();
  }

  protected static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  /** As the owner of the database; returns the first column. */
  protected static List<String> sql(String sql) {
    try (var connection =
            DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
        var statement = connection.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(sql)) {
        var rows = statement.getResultSet();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A body for a request; {@code '} for each quotation mark. */
  protected static RequestSpecification json(String body) {
    return given().contentType(ContentType.JSON).body(body.replace('\'', '"'));
  }

  /** As whoever has just read the thing, and changes it. */
  protected static ValidatableResponse edit(String path, String body) {
    var etag = given().get(path).then().statusCode(200).extract().header("ETag");
    return json(body).header("If-Match", etag).put(path).then();
  }

  protected void plan(String at) {
    while (planner.round(Year2027.at(at))) {
      // until nothing is left to plan
    }
  }
}
