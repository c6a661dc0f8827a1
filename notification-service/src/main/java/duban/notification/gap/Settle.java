package duban.notification.gap;

import java.util.List;

/**
 * The one call that settles a gap.
 *
 * @param path from the origin
 * @param body as an example: what is in {@code fill} only a person can say
 * @param fill the fields of the body to be looked at first
 */
record Settle(String method, String path, Body body, List<String> fill) {

  /** A contact to be. */
  record Body(String id, String name, String email, List<String> units) {}

  Settle under(String base) {
    return new Settle(method, base + path, body, fill);
  }
}
