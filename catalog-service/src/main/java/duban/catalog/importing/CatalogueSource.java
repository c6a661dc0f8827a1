package duban.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the bytes that the setting {@code duban.catalogue} means. */
final class CatalogueSource {
  static final String SHIPPED = "chaoyang";

  private CatalogueSource() {}

  /** Empty for {@code none}. Throws CatalogueRefused if there is no such file. */
  static Optional<byte[]> bytes(String name) {
    if (name.equals("none")) {
      return Optional.empty();
    }
    try {
      return Optional.of(name.equals(SHIPPED) ? shipped() : Files.readAllBytes(Path.of(name)));
    } catch (IOException | InvalidPathException e) {
      throw new CatalogueRefused(
          "duban.catalogue is '"
              + name
              + "', but must be chaoyang, none, or the path of a file"
              + " that can be read ("
              + e
              + ")");
    }
  }

  private static byte[] shipped() throws IOException {
    String path = "/catalogue/" + SHIPPED + ".json";
    try (InputStream in = CatalogueSource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("not in the program");
      }
      return in.readAllBytes();
    }
  }
}
