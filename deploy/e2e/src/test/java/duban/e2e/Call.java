package duban.e2e;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request whose whole answer is waited for. The timeout of a {@link HttpRequest} ends with the
 * headers: who was killed or sleeps behind them would be waited for without an end.
 */
final class Call {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Call() {}

  static HttpResponse<String> answer(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return answer(client, request, PATIENCE);
  }

  /**
   * @throws HttpTimeoutException if not all of it has come by then
   */
  static HttpResponse<String> answer(HttpClient client, HttpRequest request, Duration patience)
      throws IOException, InterruptedException {
    var answer = client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException(request.uri() + " was not answered within " + patience);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }
}
