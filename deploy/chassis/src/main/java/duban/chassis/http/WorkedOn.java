package duban.chassis.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;

/**
 * Keeps the idle timeout from closing a connection while what came whole is still being worked on:
 * an edit that reaches much would be stored, and its caller never told. Once the answer begins, the
 * timeout counts again.
 */
final class WorkedOn extends ChannelDuplexHandler {
  private static final int FIRST_FINAL = 200;

  private int requests;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof LastHttpContent) {
      requests++;
    }
    context.fireChannelRead(message);
  }

  /** An answer may come before the end of its request. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it is told by the promise
  public void write(ChannelHandlerContext context, Object message, ChannelPromise done) {
    if (message instanceof HttpResponse answer && answer.status().code() >= FIRST_FINAL) {
      requests--;
    }
    context.write(message, done);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (!(event instanceof IdleStateEvent) || requests <= 0) {
      context.fireUserEventTriggered(event);
    }
  }
}
