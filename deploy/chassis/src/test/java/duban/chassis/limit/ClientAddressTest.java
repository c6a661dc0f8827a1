package duban.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The attacker sends X-Forwarded-For himself. */
class ClientAddressTest {

  static LimitSettings settings(int writes, int failures, int proxies, String... trusted) {
    return new LimitSettings() {
      @Override
      public int writesBySubject() {
        return writes;
      }

      @Override
      public int writesByAddress() {
        return writes;
      }

      @Override
      public int failedSignInsByAddress() {
        return failures;
      }

      @Override
      public Optional<List<String>> trustedProxies() {
        return trusted.length == 0 ? Optional.empty() : Optional.of(Arrays.asList(trusted));
      }

      @Override
      public int proxies() {
        return proxies;
      }
    };
  }

  private static String of(int proxies, String peer, String... forwarded) {
    return new ClientAddress(settings(0, 0, proxies, "10.244.0.0/16", "2001:db8::1"))
        .of(peer, List.of(forwarded));
  }

  private static String alone(String peer) {
    return new ClientAddress(settings(0, 0, 1)).of(peer, List.of());
  }

  @Test
  void withoutATrustedProxyTheHeaderIsPassedOver() {
    assertThat(new ClientAddress(settings(0, 0, 1)).of("203.0.113.7", List.of("192.0.2.1")))
        .isEqualTo(alone("203.0.113.7"));
    assertThat(of(1, "10.245.0.1", "192.0.2.1")).isEqualTo(alone("10.245.0.1"));
  }

  @Test
  void ofATrustedProxyOnlyWhatItWroteItselfCounts() {
    assertThat(of(1, "10.244.3.9", "203.0.113.7")).isEqualTo(alone("203.0.113.7"));
    assertThat(of(1, "10.244.3.9", "192.0.2.1, 203.0.113.7")).isEqualTo(alone("203.0.113.7"));
    assertThat(of(1, "10.244.3.9", "192.0.2.1", "198.51.100.3,203.0.113.7"))
        .isEqualTo(alone("203.0.113.7"));
    assertThat(of(2, "2001:db8::1", "192.0.2.1, 203.0.113.7, 10.244.0.2"))
        .isEqualTo(alone("203.0.113.7"));
    assertThat(of(1, "10.244.3.9", "192.0.2.1, not an address")).isEqualTo(alone("10.244.3.9"));
    assertThat(of(1, "10.244.3.9")).isEqualTo(alone("10.244.3.9"));
  }

  @Test
  void aNetworkOfIPv6IsOneCaller() {
    assertThat(alone("2001:db8:1:2::1")).isEqualTo(alone("2001:db8:1:2:ffff::9"));
    assertThat(alone("2001:db8:1:2::1")).isNotEqualTo(alone("2001:db8:1:3::1"));
    assertThat(of(1, "10.244.3.9", "[2001:db8:1:2::5]:443")).isEqualTo(alone("2001:db8:1:2::1"));
  }
}
