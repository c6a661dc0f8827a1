package duban.chassis.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose caller takes too long over the head of a request, counted from its
 * first byte (of the first request from the connection on), or over its body. Waiting between
 * requests, and for whoever does not take his answer, is the idle timeout's. A request that comes
 * in one piece starts no timer.
 */
final class Patience extends ChannelInboundHandlerAdapter {

  private static final String DECODER = "httpDecoder";
  private static final String VERTX = "handler";

  private enum Stage {
    BETWEEN,
    HEAD,
    BODY
  }

  private final Duration head;
  private final Duration body;
  private Stage stage = Stage.HEAD;
  private boolean watching;
  private @Nullable ScheduledFuture<?> timer;

  Patience(Duration head, Duration body) {
    this.head = head;
    this.body = body;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    expect(context, head);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    watch(context);
    if (stage == Stage.BETWEEN) {
      stage = Stage.HEAD;
    }
    context.fireChannelRead(bytes);
    if (timer == null && stage != Stage.BETWEEN && context.channel().isActive()) {
      expect(context, stage == Stage.HEAD ? head : body);
    }
  }

  /** The decoder is there when the first bytes come, after a handshake if there is one. */
  private void watch(ChannelHandlerContext context) {
    var pipeline = context.pipeline();
    if (!watching && pipeline.context(DECODER) != null && pipeline.context(VERTX) != null) {
      watching = true;
      pipeline.addAfter(DECODER, "stages", new Stages());
      pipeline.addBefore(VERTX, "work", new WorkedOn());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // whoever closes needs not wait for it
  private void expect(ChannelHandlerContext context, Duration atMost) {
    timer =
        context
            .executor()
            .schedule(
                () -> {
                  context.close();
                },
                atMost.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private void reached(Stage next) {
    stage = next;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    reached(Stage.BETWEEN);
    context.fireChannelInactive();
  }

  /** Sees what the decoder made of the bytes. */
  private final class Stages extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest) {
        reached(Stage.BODY);
      }
      if (message instanceof LastHttpContent) {
        reached(Stage.BETWEEN);
      }
      context.fireChannelRead(message);
    }
  }
}
