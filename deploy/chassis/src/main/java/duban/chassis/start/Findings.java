package duban.chassis.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * What the checks found, of which somebody accepted some.
 *
 * @param open sentences that say what to change, and how to accept it
 * @param accepted the reason by the name of the check
 */
record Findings(List<String> open, Map<String, String> accepted) {

  private static final String ACCEPT = "duban.accept.";

  static Findings of(Iterable<Check> checks, Config settings) {
    Map<String, String> open = new TreeMap<>();
    Map<String, String> accepted = new TreeMap<>();
    for (var check : checks) {
      check
          .finding(settings)
          .ifPresent(
              sentence -> {
                var reason = Check.given(settings, ACCEPT + check.name());
                (reason.isEmpty() ? open : accepted)
                    .put(check.name(), reason.isEmpty() ? sentence : reason);
              });
    }
    var lines = new ArrayList<String>();
    open.forEach((name, sentence) -> lines.add(name + ": " + sentence + "."));
    return new Findings(List.copyOf(lines), accepted);
  }

  /** One block that names all of them; absent if the service may start. */
  Optional<String> refusal(String service) {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s does not start: %s not fit to run for real.%n%s%nChange what is named, or accept it with a reason: %s<name>=<reason>. A demonstration may run so: duban.demonstration=true."
            .formatted(
                service,
                open.size() == 1 ? "1 setting is" : open.size() + " settings are",
                String.join(System.lineSeparator(), open.stream().map(it -> "  - " + it).toList()),
                ACCEPT));
  }
}
