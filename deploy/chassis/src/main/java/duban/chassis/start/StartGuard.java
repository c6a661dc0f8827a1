package duban.chassis.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start for real while a check finds something that nobody has accepted. */
@ApplicationScoped
class StartGuard {

  private static final Logger LOG = Logger.getLogger(StartGuard.class);
  private static final int BEFORE_ALL_OTHERS = 0;

  private final List<Check> checks;
  private final Config settings;
  private final boolean demonstration;
  private final String service;

  StartGuard(
      @All List<Check> checks,
      Config settings,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.checks = checks;
    this.settings = settings;
    this.demonstration = demonstration;
    this.service = service;
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    check(LaunchMode.current());
  }

  void check(LaunchMode mode) {
    if (demonstration || mode != LaunchMode.NORMAL) {
      return;
    }
    var findings = Findings.of(checks, settings);
    findings.accepted().forEach((name, why) -> LOG.warnf("Accepted %s: %s", name, why));
    findings
        .refusal(service)
        .ifPresent(
            refusal -> {
              throw new StartRefused(refusal);
            });
  }
}
