package duban.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A mail server that takes every mail and forgets it. */
final class NoMail implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "no-mail");
            thread.setDaemon(true);
            return thread;
          });

  NoMail() throws IOException {
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Future<?> unused = threads.submit(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Future<?> unused = threads.submit(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket accepted) {
    try (Socket socket = accepted;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      say(out, "220 bench");
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data) {
          data = !line.equals(".");
          if (!data) {
            say(out, "250 taken");
          }
        } else if (line.equalsIgnoreCase("DATA")) {
          data = true;
          say(out, "354 go on");
        } else if (line.equalsIgnoreCase("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // The sender does not wait for the answer to QUIT.
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
