package duban.chassis.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request really comes from. X-Forwarded-For counts only from a proxy that configuration
 * trusts, and of it only what our own proxies wrote: they stand at its end, and what the caller
 * invented before that is passed over.
 */
@Singleton
class ClientAddress {

  private static final int OF_A_HOUSEHOLD = 8;

  private final List<Network> trusted;
  private final int proxies;

  ClientAddress(LimitSettings settings) {
    this.trusted =
        settings.trustedProxies().orElse(List.of()).stream().map(Network::parse).toList();
    this.proxies = settings.proxies();
  }

  String of(HttpServerRequest request) {
    // The connection's own: the request's may have been taken from a header.
    var peer = request.connection().remoteAddress();
    return of(
        peer == null ? null : peer.hostAddress(), request.headers().getAll("X-Forwarded-For"));
  }

  String of(@Nullable String peer, List<String> forwarded) {
    var address = peer == null ? null : Network.address(peer);
    if (address == null) {
      return "unknown";
    }
    var chain =
        forwarded.stream().flatMap(it -> Arrays.stream(it.split(","))).map(String::strip).toList();
    if (chain.isEmpty() || trusted.stream().noneMatch(it -> it.contains(address))) {
      return key(address);
    }
    var client = Network.address(chain.get(Math.max(0, chain.size() - proxies)));
    return key(client == null ? address : client);
  }

  /** Whoever has one address of IPv6 has all of its network. */
  private static String key(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, OF_A_HOUSEHOLD));
  }

  /** An address, or those that begin with the same bits. */
  record Network(InetAddress base, int bits) {

    private static final Pattern AROUND = Pattern.compile("^\\[|\\](:\\d+)?$|%.*$");
    private static final Pattern ADDRESS =
        Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    static Network parse(String text) {
      var parts = text.strip().split("/", 2);
      var base = address(parts[0]);
      if (base == null) {
        throw new IllegalArgumentException(
            "duban.limits.trusted-proxies: '" + text + "' is neither an address nor a network");
      }
      var all = base.getAddress().length * 8;
      return new Network(base, parts.length == 1 ? all : Integer.parseInt(parts[1]));
    }

    /** Asks no name service: what is no address is null. */
    static @Nullable InetAddress address(String text) {
      var bare = AROUND.matcher(text).replaceAll("");
      if (!ADDRESS.matcher(bare).matches()) {
        return null;
      }
      try {
        return InetAddress.getByName(bare);
      } catch (UnknownHostException e) {
        return null;
      }
    }

    boolean contains(InetAddress other) {
      var ours = base.getAddress();
      var theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
