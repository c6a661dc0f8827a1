package duban.chassis.rights;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table by which this service decides: the shipped one, as far as the office left it so. */
@ApplicationScoped
public class LoadedRights {

  private volatile Rights table;

  LoadedRights(@ConfigProperty(name = "duban.rights.file") Optional<Path> office) {
    this.table = office.map(LoadedRights::changedBy).orElseGet(Rights::shipped);
  }

  /** Throws ConfigurationException, which says in a sentence what is wrong with the file. */
  public static Rights changedBy(Path office) {
    try {
      return Rights.shipped().changedBy(Rights.read(office));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new ConfigurationException("duban.rights.file " + office + ": " + e.getMessage());
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
