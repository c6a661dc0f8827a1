package duban.chassis.start;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Refuses to start for real while a check finds something that nobody has accepted. Quarkus sets
 * Flyway up before anything is migrated or validated, also where it exits afterwards; only whoever
 * switches Flyway off is judged no sooner than at the start itself.
 */
@ApplicationScoped
class StartGuard implements FlywayConfigurationCustomizer {

  private static final Logger LOG = Logger.getLogger(StartGuard.class);
  private static final int BEFORE_ALL_OTHERS = 0;
  private static final String MIGRATES_ALONE = "quarkus.init-and-exit";

  private final List<Check> checks;
  private final Config settings;
  private final boolean demonstration;
  private final String service;
  private boolean judged;

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

  @Override
  public void customize(FluentConfiguration flyway) {
    check(LaunchMode.current());
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    check(LaunchMode.current());
  }

  void check(LaunchMode mode) {
    if (judged || demonstration || mode != LaunchMode.NORMAL) {
      return;
    }
    judged = true;
    var findings = Findings.of(asked(), settings);
    findings.accepted().forEach((name, why) -> LOG.warnf("Accepted %s: %s", name, why));
    findings
        .refusal(service)
        .ifPresent(
            refusal -> {
              throw new StartRefused(refusal);
            });
  }

  /** Whoever migrates and ends needs neither a provider nor a broker, and may have none. */
  private List<Check> asked() {
    var migratesAlone = settings.getOptionalValue(MIGRATES_ALONE, Boolean.class).orElse(false);
    return migratesAlone ? checks.stream().filter(Check::ofMigrations).toList() : checks;
  }
}
