package duban.chassis.start;

import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Row;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** A table of rights that an office has changed so that no token is needed to write. */
@Singleton
class OpenRights implements Check {

  private static final String FILE = "duban.rights.file";

  @Override
  public String name() {
    return "open-rights";
  }

  @Override
  public Optional<String> finding(Config settings) {
    return settings
        .getOptionalValue(FILE, Path.class)
        .map(
            it ->
                read(it).rows().stream()
                    .filter(row -> !row.anybody().near().isEmpty())
                    .map(Row::operation)
                    .collect(Collectors.joining(", ")))
        .filter(it -> !it.isEmpty())
        .map(it -> FILE + " lets everybody do this without a token: " + it);
  }

  /** Its own rows alone; throws if the whole table that they make cannot be used. */
  private static Rights read(Path file) {
    LoadedRights.changedBy(file);
    return Rights.read(file);
  }
}
