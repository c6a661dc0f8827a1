package duban.images;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The files of the checkout that these tests read. */
final class Checkout {
  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private Checkout() {}

  static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties properties(String file) {
    try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties service(String name) {
    return properties(name + "-service/src/main/resources/application.properties");
  }
}
