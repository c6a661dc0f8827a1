package duban.chassis.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table by which this service decides: the shipped one, as far as the office left it so. */
@ApplicationScoped
public class LoadedRights {

  private volatile Rights table;

  LoadedRights(@ConfigProperty(name = "duban.rights.file") Optional<Path> office) {
    var shipped = Rights.shipped();
    this.table = office.map(it -> shipped.changedBy(Rights.read(it))).orElse(shipped);
  }

  public Rights table() {
    return table;
  }

  /** From now on this one decides. */
  public void use(Rights other) {
    table = other;
  }
}
