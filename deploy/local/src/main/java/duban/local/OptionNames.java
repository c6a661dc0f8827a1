package duban.local;

import duban.local.preflight.Port;
import duban.local.preflight.Refusal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The options {@code -Dduban.*}. A misspelt one would be ignored without a word. */
final class OptionNames {
  private static final String OURS = "duban.";
  private static final List<String> KNOWN =
      List.of("duban.fresh", "duban.now", "duban.data", "duban.catalogue");

  /** Given by the builds of this module and of the end-to-end tests. */
  private static final Set<String> INTERNAL = Set.of("duban.root", "duban.seed");

  private OptionNames() {}

  /** Refuses the first name that begins like ours and is none. */
  static void check(Collection<String> names) {
    names.stream()
        .filter(name -> name.startsWith(OURS) && !known(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal(
                  "-D%s is no option of Duban; the options are -D%s and -Dduban.port.<name>, where <name> is %s."
                      .formatted(name, String.join(", -D", KNOWN), ports()));
            });
  }

  private static boolean known(String name) {
    return KNOWN.contains(name)
        || INTERNAL.contains(name)
        || Arrays.stream(Port.values()).map(Port::property).anyMatch(name::equals);
  }

  private static String ports() {
    return Arrays.stream(Port.values()).map(Port::key).collect(Collectors.joining(", "));
  }
}
