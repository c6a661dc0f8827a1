package duban.catalog.writing;

import static duban.catalog.writing.Caller.post;
import static org.assertj.core.api.Assertions.assertThat;

/** What the API document's examples of occasions name, wherever no catalogue has brought it. */
final class Congress {
  private Congress() {}

  static void expected() {
    made("attributes", "{\"name\": \"annual\", \"type\": \"YES_NO\", \"label\": \"年度会议\"}");
    made(
        "occasion-types",
        """
        {"id": "DISTRICT_CONGRESS_SESSION", "name": "区人民代表大会会议", "yearly": true,
         "attributes": ["annual"]}
        """);
  }

  private static void made(String path, String body) {
    assertThat(post(path, body).statusCode()).isIn(200, 201, 409);
  }
}
