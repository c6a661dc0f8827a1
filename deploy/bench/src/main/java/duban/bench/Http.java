package duban.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that asks and waits. Plain sockets: what a client costs is taken from the
 * same two cores as what is measured.
 */
final class Http implements AutoCloseable {

  record Answer(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String headers;

  /** Of nobody. */
  Http(int port) throws IOException {
    this(port, "Host: bench\r\n");
  }

  /** Of somebody who shows a token. */
  static Http bearing(String token, int port) throws IOException {
    return new Http(port, "Host: bench\r\nAuthorization: Bearer " + token + "\r\n");
  }

  private Http(int port, String headers) throws IOException {
    this.headers = headers;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    out = socket.getOutputStream();
  }

  Answer get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
  }

  Answer post(String path, String json) throws IOException {
    return send(
        "POST "
            + path
            + " HTTP/1.1\r\n"
            + headers
            + "Content-Type: application/json\r\nContent-Length: "
            + json.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + json);
  }

  private Answer send(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.UTF_8));
    out.flush();
    String first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    int length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
    }
    if (chunked) {
      return new Answer(status, chunks());
    }
    if (length < 0) {
      throw new IOException("No length in the answer to " + request + ": " + first);
    }
    return new Answer(status, in.readNBytes(length));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(), 16);
      body.write(in.readNBytes(length));
      line();
      if (length == 0) {
        return body.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("The connection was closed");
      }
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
