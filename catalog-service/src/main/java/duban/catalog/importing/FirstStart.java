package duban.catalog.importing;

import duban.catalog.snapshot.Sha256;
import duban.chassis.clock.BusinessClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads the catalogue before anything else runs, once for good: since then it belongs to staff, and
 * a release that brings another text of it must not write over what they changed.
 */
@ApplicationScoped
class FirstStart {
  private static final Logger LOG = Logger.getLogger(FirstStart.class);

  private final CatalogueImport importing;
  private final LoadedCatalogues loaded;
  private final BusinessClock clock;
  private final String name;
  private final boolean demonstration;

  FirstStart(
      CatalogueImport importing,
      LoadedCatalogues loaded,
      BusinessClock clock,
      @ConfigProperty(name = "duban.catalogue") String name,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration) {
    this.importing = importing;
    this.loaded = loaded;
    this.clock = clock;
    this.name = name;
    this.demonstration = demonstration;
  }

  // After the chassis has checked the clock (1), before the loops start (by default far later).
  @Transactional
  void onStart(@Observes @Priority(100) StartupEvent event) {
    CatalogueSource.bytes(name).ifPresent(this::load);
  }

  private void load(byte[] bytes) {
    String sha256 = Sha256.hex(bytes);
    loaded.lock();
    if (loaded.has(sha256)) {
      return;
    }
    if (loaded.hasName(name)) {
      LOG.warnf(
          "The catalogue %s says something else than when it was loaded. It stays as it is here; to"
              + " take over what it says now, give it as a file of another name",
          name);
      return;
    }
    LocalDate today = clock.today();
    Catalogue catalogue = CatalogueReader.read(bytes);
    int changed = importing.load(catalogue, inForceFrom(today), today);
    loaded.remember(sha256, name);
    LOG.infof("The catalogue %s was loaded: %d things are new or changed", name, changed);
  }

  /** A duty begins with the next year; the demonstration's with the year of its first start. */
  private LocalDate inForceFrom(LocalDate today) {
    return demonstration
        ? LocalDate.of(loaded.firstYear().orElse(today.getYear()), 1, 1)
        : LocalDate.of(today.getYear() + 1, 1, 1);
  }
}
