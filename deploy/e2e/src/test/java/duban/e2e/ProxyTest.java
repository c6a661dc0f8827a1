package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What takes servers away must itself be trusted. */
@Timeout(60)
class ProxyTest {

  private ServerSocket echo;
  private Proxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var answering = new Thread(this::answer);
    answering.setDaemon(true);
    answering.start();
    proxy = new Proxy().to(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  /** Gives back every byte. */
  private void answer() {
    try {
      while (true) {
        var socket = echo.accept();
        var one = new Thread(() -> give(socket));
        one.setDaemon(true);
        one.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void give(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // Cut.
    }
  }

  @Test
  void whatIsSilentAnswersLater() throws IOException {
    try (var before = connect()) {
      assertThat(said(before, 'a')).isEqualTo('a');
      proxy.mode(Proxy.Mode.SILENT);
      before.setSoTimeout(300);
      assertThatThrownBy(() -> said(before, 'b')).isInstanceOf(SocketTimeoutException.class);
      try (var meanwhile = connect()) {
        meanwhile.setSoTimeout(300);
        assertThatThrownBy(() -> said(meanwhile, 'c')).isInstanceOf(SocketTimeoutException.class);
        proxy.mode(Proxy.Mode.PASS);
        before.setSoTimeout(30_000);
        meanwhile.setSoTimeout(30_000);
        assertThat(before.getInputStream().read()).isEqualTo('b');
        assertThat(meanwhile.getInputStream().read()).isEqualTo('c');
      }
    }
  }

  @Test
  void whatRefusesCutsWhatStoodAndComesBackAtTheSameAddress() throws IOException {
    try (var before = connect()) {
      assertThat(said(before, 'a')).isEqualTo('a');
      proxy.mode(Proxy.Mode.REFUSE);
      assertThatThrownBy(() -> said(before, 'b')).isInstanceOf(IOException.class);
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
    proxy.mode(Proxy.Mode.PASS);
    try (var after = connect()) {
      assertThat(said(after, 'd')).isEqualTo('d');
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private static int said(Socket socket, int what) throws IOException {
    socket.getOutputStream().write(what);
    var answer = socket.getInputStream().read();
    if (answer < 0) {
      throw new EOFException();
    }
    return answer;
  }
}
