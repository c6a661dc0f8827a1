package duban.local.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/**
 * Every port must be free before anything starts. Otherwise a probe would be answered by a stranger
 * and the start would look good.
 */
public final class PortCheck {
  private static final int CONNECT_MILLIS = 300;

  private PortCheck() {}

  /** Refuses with the first port that is taken or asked for twice. */
  public static void check(Map<Port, Integer> ports) {
    Map<Integer, Port> seen = new HashMap<>();
    ports.forEach(
        (port, number) -> {
          Port other = seen.put(number, port);
          if (other != null) {
            throw new Refusal(
                "Port %d is asked for twice, for %s and for %s; give another with -D%s=<port>."
                    .formatted(number, other.purpose(), port.purpose(), port.property()));
          }
          if (!free(number)) {
            throw new Refusal(
                "Port %d (%s) is in use by another program; end that program or give another port with -D%s=<port>."
                    .formatted(number, port.purpose(), port.property()));
          }
        });
  }

  static boolean free(int port) {
    // A server that listens on all addresses leaves 127.0.0.1 bindable on some systems: ask both
    // ways.
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return false;
    } catch (IOException nobodyListens) {
      return bindable(port);
    }
  }

  private static boolean bindable(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of the last start may still linger; the services bind beside them too.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
