package duban.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands on 127.0.0.1 between the services and a server, and can take the server away from them
 * without touching it.
 */
final class Proxy implements AutoCloseable {

  enum Mode {
    /** Bytes go through. */
    PASS,
    /** Connections are refused, and those that stood are cut. */
    REFUSE,
    /** Connections are accepted and stand, but nothing more goes through until it passes again. */
    SILENT
  }

  private final int port;
  private volatile int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;
  private ServerSocket server;
  private Thread accepting;
  private Mode mode = Mode.SILENT;

  /** Takes a free port, and is silent until it is told where it leads. */
  Proxy() {
    listen(0);
    port = server.getLocalPort();
  }

  /**
   * @param server its port
   */
  Proxy to(int server) {
    target = server;
    return mode(Mode.PASS);
  }

  int port() {
    return port;
  }

  /** How long each answer of the server is kept back, so that what takes a moment can be hit. */
  Proxy delay(Duration time) {
    delay = time;
    return this;
  }

  synchronized Proxy mode(Mode next) {
    mode = next;
    notifyAll();
    if (next == Mode.REFUSE) {
      close(server);
      awaitEnd(accepting);
      cut();
    } else if (server.isClosed()) {
      listen(port);
    }
    return this;
  }

  /** Resets every connection that stands; the next are made as usual. */
  void cut() {
    sockets.forEach(Proxy::reset);
  }

  private synchronized void listen(int at) {
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
      var listening = server;
      accepting = thread(() -> accept(listening));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        var front = listening.accept();
        sockets.add(front);
        thread(() -> join(front));
      }
    } catch (IOException e) {
      // Closed: it refuses now, or is over.
    }
  }

  private void join(Socket front) {
    try {
      awaitPassing();
      var back = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(back);
      thread(() -> pump(back, front, delay));
      pump(front, back, Duration.ZERO);
    } catch (IOException e) {
      reset(front);
      sockets.remove(front);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to, Duration pause) {
    var buffer = new byte[64 * 1024];
    try {
      for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
        Thread.sleep(pause.toMillis());
        awaitPassing();
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One of them is gone, so the other goes too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      for (var socket : new Socket[] {from, to}) {
        close(socket);
        sockets.remove(socket);
      }
    }
  }

  private synchronized void awaitPassing() throws InterruptedException {
    while (mode != Mode.PASS) {
      wait();
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed already.
    }
    close(socket);
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // There is nobody left to tell.
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** While it still waits to accept, the system still lets connections in. */
  private static void awaitEnd(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    mode(Mode.REFUSE);
  }
}
