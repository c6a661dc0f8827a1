package duban.chassis.start;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** One thing that must not be so where a service runs for real. */
interface Check {

  /** Kebab case: {@code duban.accept.<name>} accepts it. */
  String name();

  /** What is so, and what to change; absent if all is well. Names no secret. */
  Optional<String> finding(Config settings);

  /** Whether it is judged too where a process only migrates, as the owner, and ends. */
  default boolean ofMigrations() {
    return false;
  }

  /** The setting, empty if it is not given. */
  static String given(Config settings, String property) {
    return settings.getOptionalValue(property, String.class).orElse("").strip();
  }
}
