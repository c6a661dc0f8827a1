package duban.local.origin;

/**
 * What lies behind a path.
 *
 * @param prefix with which its paths begin, such as {@code /api/catalog/}
 * @param stripped how much of the path it does not want to see, such as {@code /mail}; else empty
 * @param name what a person calls it
 */
public record Upstream(String prefix, String stripped, String name, int port) {

  public static Upstream service(String service, int port) {
    return new Upstream("/api/" + service + "/", "", service + "-service", port);
  }

  public static Upstream mailPage(int port) {
    return new Upstream("/mail/", "/mail", "the mail catcher", port);
  }

  boolean serves(String path) {
    return path.startsWith(prefix);
  }

  String pathBehind(String uri) {
    return uri.substring(stripped.length());
  }
}
