package duban.notification.notice;

import io.smallrye.config.ConfigMapping;

/** Who supervises, and whom a recipient may call. */
@ConfigMapping(prefix = "duban.office")
public interface Office {
  String name();

  /** A person's name. */
  String contact();

  String phone();
}
