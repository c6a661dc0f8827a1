package duban.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void aTakenPortIsNamedWithWhatItIsForAndThePropertyThatChangesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int number = taken.getLocalPort();
      assertThatThrownBy(() -> PortCheck.check(Map.of(Port.KAFKA, number)))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "Port %d (Kafka) is in use by another program; end that program or give another port with -Dduban.port.kafka=<port>.",
              number);
    }
  }

  @Test
  void aPortThatIsTakenOnAllAddressesIsTakenToo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(PortCheck.free(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void onePortForTwoPartsIsRefused() {
    Map<Port, Integer> same = new EnumMap<>(Port.class);
    same.put(Port.SMTP, 47_011);
    same.put(Port.MAIL, 47_011);
    assertThatThrownBy(() -> PortCheck.check(same))
        .hasMessageContaining("asked for twice")
        .hasMessageContaining("-Dduban.port.mail=<port>");
  }

  /** Of whoever starts beside, neither: it listens there only seconds later. */
  @Test
  void whatWasGivenIsNotGivenAgainSoon() {
    assertThat(IntStream.range(0, 1_000).map(it -> Port.anyFree()).distinct()).hasSize(1_000);
  }

  @Test
  void aZeroTakesAFreePortAndNeverTheSameTwice() {
    Map<Port, Integer> zeros = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      zeros.put(port, 0);
    }
    Map<Port, Integer> chosen = Port.chosen(zeros);
    assertThat(new HashSet<>(chosen.values())).hasSize(Port.values().length).doesNotContain(0);
    PortCheck.check(chosen);
  }
}
