package duban.chassis.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may be. Whoever has none, or no token, only reads what everybody may read. */
public enum Role {
  ADMINISTRATOR,
  SUPERVISOR,
  REVIEWER,
  SIGNER,
  LEADER,
  REPORTER,
  READER;

  /** As it stands in a token: {@code supervisor}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Exactly as {@link #text}; nothing else is a role. */
  static Optional<Role> of(String text) {
    return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
  }
}
