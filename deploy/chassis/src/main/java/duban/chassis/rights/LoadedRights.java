package duban.chassis.rights;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table by which this service decides: the shipped one, as far as the office left it so. */
@ApplicationScoped
public class LoadedRights {

  private volatile Rights table;

  LoadedRights(@ConfigProperty(name = "duban.rights.file") Optional<Path> office) {
    var shipped = Rights.shipped();
    this.table = office.map(it -> changed(shipped, it)).orElse(shipped);
  }

  private static Rights changed(Rights shipped, Path office) {
    try {
      return shipped.changedBy(Rights.read(office));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("duban.rights.file " + office + ": " + e.getMessage(), e);
    }
  }

  /** A table that cannot be taken is told at the start, and not to whoever asks first. */
  void load(@Observes StartupEvent start) {}

  public Rights table() {
    return table;
  }

  /** From now on this one decides. */
  public void use(Rights other) {
    table = other;
  }
}
