package duban.local.origin;

import duban.local.page.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Passes requests on to one upstream, and names it if it does not answer. */
final class Route implements ProxyInterceptor {
  private static final int BAD_GATEWAY = 502;

  private final Upstream upstream;
  private final HttpProxy proxy;

  Route(Upstream upstream, HttpClient client) {
    this.upstream = upstream;
    this.proxy = HttpProxy.reverseProxy(client);
    proxy.origin(upstream.port(), "127.0.0.1");
    proxy.addInterceptor(this);
  }

  boolean serves(String path) {
    return upstream.serves(path);
  }

  void pass(HttpServerRequest request) {
    proxy.handle(request);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest asked = context.request().proxiedRequest();
    HostAndPort authority = asked.authority();
    if (authority != null) {
      // Links that a service writes must lead back here and not to its own port.
      context.request().setAuthority(authority);
    }
    context.request().setURI(upstream.pathBehind(asked.uri()));
    return context.sendRequest().recover(cause -> Future.succeededFuture(down(context)));
  }

  private ProxyResponse down(ProxyContext context) {
    Problem problem =
        Problem.of(
            BAD_GATEWAY,
            "service-down",
            "%s does not answer on port %d; it may be starting. Try again in a few seconds."
                .formatted(upstream.name(), upstream.port()));
    return context
        .request()
        .release()
        .response()
        .setStatusCode(BAD_GATEWAY)
        .putHeader("content-type", Problem.MEDIA_TYPE)
        .putHeader("retry-after", "3")
        .setBody(Body.body(problem.body()));
  }
}
