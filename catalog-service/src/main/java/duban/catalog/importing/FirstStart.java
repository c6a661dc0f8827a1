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
 * Loads the catalogue before anything else runs, once for good: since then it belongs to staff, who
 * decide when they take over what a newer text of it says.
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
          "The catalogue %s says something else than when it was loaded. It stays as it is here;"
              + " %s shows what that would change, and without dryRun takes it over but for what"
              + " staff wrote",
          name,
          name.equals(CatalogueSource.SHIPPED)
              ? "POST /api/catalog/catalogues/shipped?dryRun=true"
              : "POST /api/catalog/catalogues?dryRun=true with the file as body");
      return;
    }
    LocalDate today = clock.today();
    Catalogue catalogue = CatalogueReader.read(bytes);
    int changed = importing.load(catalogue, loaded.inForceFrom(today, demonstration), today);
    loaded.remember(sha256, name);
    LOG.infof("The catalogue %s was loaded: %d things are new or changed", name, changed);
  }
}
