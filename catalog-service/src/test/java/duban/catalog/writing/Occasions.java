package duban.catalog.writing;

import static duban.catalog.writing.Caller.get;
import static duban.catalog.writing.Caller.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Occasions that tests make for themselves. */
final class Occasions {
  private Occasions() {}

  /** O_MEETING, with attributes of each kind, and O_YEARLY, of which one is expected each year. */
  static void types() {
    made("attributes", "{\"name\": \"oHours\", \"type\": \"NUMBER\", \"label\": \"时长\"}");
    made("attributes", "{\"name\": \"oPublic\", \"type\": \"YES_NO\", \"label\": \"公开\"}");
    made("attributes", "{\"name\": \"oSort\", \"type\": \"TEXT\", \"label\": \"类别\"}");
    made("occasion-types", type("O_MEETING", false, "\"oHours\", \"oPublic\", \"oSort\""));
    made("occasion-types", type("O_YEARLY", true, ""));
  }

  static String type(String id, boolean yearly, String attributes) {
    return "{\"id\": \"%s\", \"name\": \"会议\", \"yearly\": %s, \"attributes\": [%s]}"
        .formatted(id, yearly, attributes);
  }

  /**
   * @param more further fields as JSON, or nothing
   */
  static String occasion(String id, String type, @Nullable String date, String more) {
    return "{\"id\": \"%s\", \"type\": \"%s\"%s%s}"
        .formatted(
            id,
            type,
            date == null ? "" : ", \"date\": \"" + date + "\"",
            more.isEmpty() ? "" : ", " + more);
  }

  static String plan(String... occasions) {
    return "{\"occasions\": [" + String.join(", ", occasions) + "]}";
  }

  static List<String> ids(String list) {
    return get(list).then().statusCode(200).extract().path("items.id");
  }

  private static void made(String path, String body) {
    assertThat(post(path, body).statusCode()).isIn(200, 201);
  }
}
