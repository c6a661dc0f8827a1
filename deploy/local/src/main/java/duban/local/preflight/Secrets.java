package duban.local.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the database roles: made when first asked for, readable by the owner alone. */
public final class Secrets {
  private static final int BYTES = 24;

  private final Path file;
  private final Properties known = new Properties();

  public Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        known.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public synchronized String of(String role) {
    String password = known.getProperty(role);
    if (password == null) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      password = HexFormat.of().formatHex(bytes);
      known.setProperty(role, password);
      write();
    }
    return password;
  }

  private void write() {
    try {
      if (!Files.exists(file)) {
        // Narrow from the first moment: widening is easy, un-reading is not.
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
        known.store(writer, "Passwords of the database roles of this folder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
