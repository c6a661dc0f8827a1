package duban.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes mail, but keeps its first caller waiting at one command until it is told to go on. */
public final class StallingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String stallAt;
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private final List<String> mails = new CopyOnWriteArrayList<>();

  /**
   * @param stallAt the command, such as RCPT; empty: before the greeting
   */
  public StallingServer(int port, String stallAt) throws IOException {
    this.stallAt = stallAt;
    socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
    callers.execute(this::accept);
  }

  private void accept() {
    for (var first = true; !socket.isClosed(); first = false) {
      try {
        var caller = socket.accept();
        var stalls = first;
        callers.execute(() -> talk(caller, stalls));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void talk(Socket caller, boolean stalls) {
    try (caller) {
      var in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      var out = caller.getOutputStream();
      stall(stalls && stallAt.isEmpty());
      say(out, "220 here");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        stall(stalls && !stallAt.isEmpty() && line.startsWith(stallAt));
        if (line.equals("DATA")) {
          say(out, "354 go on");
          take(in);
        }
        say(out, "250 ok");
      }
    } catch (IOException e) {
      // hung up
    } finally {
      if (stalls) {
        hungUp.countDown();
      }
    }
  }

  private void take(BufferedReader in) throws IOException {
    var mail = new StringBuilder();
    for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("no dot: such a mail is not kept");
      }
      mail.append(line).append('\n');
    }
    mails.add(mail.toString());
  }

  private void stall(boolean here) {
    if (here) {
      reached.countDown();
      await(goOn);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Waits until the first caller has come to where it is kept waiting. */
  public void awaitCaller() {
    await(reached);
  }

  /** Lets it go on, and waits until it has ended the conversation. */
  public void goOn() {
    goOn.countDown();
    await(hungUp);
  }

  /** The mails that were ended by a dot. */
  public List<String> mails() {
    return List.copyOf(mails);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, java.util.concurrent.TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other side does not come");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    goOn.countDown();
    socket.close();
    callers.shutdownNow();
  }
}
