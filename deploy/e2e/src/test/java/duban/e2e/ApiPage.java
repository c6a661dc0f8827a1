package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** The page on which a service's API is read and tried, as a browser loads it from the origin. */
final class ApiPage {

  private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*\\bsrc=\"([^\"]+)\"");
  private static final Pattern STYLE =
      Pattern.compile("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*\\bhref=\"([^\"]+)\"");

  private final URI api;

  /** A browser follows redirects; what a page names is relative to where they end. */
  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  ApiPage(URI origin, String service) {
    api = origin.resolve("/api/" + service + "/");
  }

  void check() throws IOException, InterruptedException {
    var page = load(api.resolve("docs"));
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    for (var named : new Pattern[] {SCRIPT, STYLE}) {
      var files = named.matcher(page.body()).results().map(it -> it.group(1)).toList();
      assertThat(files).as(named + " in " + page.body()).isNotEmpty();
      for (var file : files) {
        assertThat(load(page.uri().resolve(file)).body()).isNotBlank();
      }
    }
    assertThat(load(api.resolve("openapi")).body()).contains(api.getPath());
  }

  private HttpResponse<String> load(URI address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(15)).build();
    var answer = browser.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
    return answer;
  }
}
