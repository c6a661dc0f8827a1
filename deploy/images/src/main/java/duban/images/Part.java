package duban.images;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A container of which the start page shows whether it is there.
 *
 * @param name what a person calls it, such as {@code status-service}
 * @param probe {@code http:} asks for its readiness, {@code tcp:} only whether it listens
 */
record Part(String name, URI probe) {
  private static final int CONNECT_MILLIS = 500;
  private static final int ANSWER_MILLIS = 3_000;

  /** From {@code status-service=http://status:9082/q/health/ready}. */
  static Part of(String text) {
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw new IllegalArgumentException(
          text + " names no part; it would be status-service=http://status:9082/q/health/ready.");
    }
    return new Part(text.substring(0, sign), URI.create(text.substring(sign + 1)));
  }

  boolean ready() {
    try {
      return probe.getScheme().equals("tcp") ? listens() : healthy();
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean listens() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(probe.getHost(), probe.getPort()), CONNECT_MILLIS);
      return true;
    }
  }

  private boolean healthy() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(ANSWER_MILLIS);
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } finally {
      connection.disconnect();
    }
  }
}
