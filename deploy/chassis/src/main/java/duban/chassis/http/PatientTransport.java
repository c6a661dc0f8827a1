package duban.chassis.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Java's own transport, whose listeners put a {@link Patience} before all else of a connection. */
final class PatientTransport extends JDKTransport {

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    var plain = super.serverChannelFactory(domainSocket);
    var config = ConfigProvider.getConfig();
    var greeting =
        new Greeting(
            config.getValue("duban.http.head", Duration.class),
            config.getValue("duban.http.body", Duration.class));
    return () -> {
      var listener = plain.newChannel();
      listener.pipeline().addLast("patience", greeting);
      return listener;
    };
  }

  /** What a listener reads are connections. */
  @Sharable
  private static final class Greeting extends ChannelInboundHandlerAdapter {

    private final Duration head;
    private final Duration body;

    Greeting(Duration head, Duration body) {
      this.head = head;
      this.body = body;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof Channel connection) {
        connection.pipeline().addFirst("patience", new Patience(head, body));
      }
      context.fireChannelRead(message);
    }
  }
}
