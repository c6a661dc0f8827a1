package duban.local;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A checkout in which three stand-ins for the services are built. */
final class Checkout {
  private static final String ENTRY =
      QuarkusEntryPoint.class.getName().replace('.', '/') + ".class";

  private Checkout() {}

  static Path in(Path folder) throws IOException {
    for (Service service : Service.values()) {
      Path built =
          Files.createDirectories(folder.resolve(service.key() + "-service/target/quarkus-app"));
      try (OutputStream file = Files.newOutputStream(built.resolve("quarkus-run.jar"));
          JarOutputStream jar = new JarOutputStream(file);
          InputStream code = Checkout.class.getClassLoader().getResourceAsStream(ENTRY)) {
        jar.putNextEntry(new ZipEntry(ENTRY));
        code.transferTo(jar);
      }
    }
    return folder;
  }

  /** As the next build begins. */
  static void clean(Path folder) throws IOException {
    for (Service service : Service.values()) {
      Path built = folder.resolve(service.key() + "-service/target/quarkus-app");
      Files.delete(built.resolve("quarkus-run.jar"));
      Files.delete(built);
    }
  }
}
