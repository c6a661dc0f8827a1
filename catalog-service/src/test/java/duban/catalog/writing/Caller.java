package duban.catalog.writing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.Contracts;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever edits over HTTP, and looks into the outbox for what will be published. */
final class Caller {
  private static final String API = "/api/catalog/";

  private Caller() {}

  static Response post(String path, String body) {
    return json(body).post(API + path);
  }

  static Response put(String path, @Nullable String etag, String body) {
    var request = json(body);
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.put(API + path);
  }

  /** Starts from the version that is there. */
  static Response put(String path, String body) {
    return put(path, etag(path.split("\\?")[0]), body);
  }

  static Response get(String path) {
    return given().get(API + path);
  }

  static String etag(String path) {
    return get(path).then().statusCode(200).extract().header("ETag");
  }

  static JsonNode body(Response response) {
    return Contracts.json(response.asString());
  }

  private static RequestSpecification json(String body) {
    return given().contentType("application/json; charset=UTF-8").body(body);
  }

  /** The bodies that wait to be sent, behind the first {@code sent}. */
  static List<JsonNode> waiting(AgroalDataSource database, long sent, String topic) {
    String sql =
        "SELECT convert_from(body, 'UTF8') FROM outbox WHERE id > ? AND topic = ? ORDER BY id";
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, sent);
      statement.setString(2, topic);
      List<JsonNode> bodies = new ArrayList<>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          bodies.add(Contracts.json(row.getString(1)));
        }
      }
      return bodies;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static long number(AgroalDataSource database, String query) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
