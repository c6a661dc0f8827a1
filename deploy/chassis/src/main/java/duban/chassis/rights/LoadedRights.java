package duban.chassis.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table by which this service decides: the shipped one, as far as the office left it so. */
@ApplicationScoped
public class LoadedRights {

  private volatile Rights table;

  LoadedRights(@ConfigProperty(name = "duban.rights.file") Optional<Path> office) {
    var shipped = Rights.shipped();
    this.table = office.map(it -> shipped.changedBy(read(it))).orElse(shipped);
  }

  private static Rights read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Rights.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("duban.rights.file " + file + " cannot be read", e);
    }
  }

  public Rights table() {
    return table;
  }

  /** From now on this one decides. */
  public void use(Rights other) {
    table = other;
  }
}
