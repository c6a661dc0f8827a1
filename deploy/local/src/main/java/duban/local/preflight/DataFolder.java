package duban.local.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder with everything that a local Duban keeps; locked while it runs. */
public final class DataFolder implements AutoCloseable {
  private static final String MARK = "duban-data";
  private static final String LOCK = "lock";
  private static final Set<String> STAYS = Set.of(MARK, LOCK);

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Takes the folder for this process; refuses one that is in use or that holds other things. */
  public static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      Path mark = real.resolve(MARK);
      if (!Files.exists(mark)) {
        if (!isEmpty(real)) {
          throw new Refusal(
              "%s holds files that are not Duban's, so it is left alone; give another folder with -Dduban.data=<folder>."
                  .formatted(real));
        }
        Files.writeString(mark, "The data of a local Duban. -Dduban.fresh deletes all of it.\n");
      }
      return new DataFolder(real, locked(real));
    } catch (IOException e) {
      throw new Refusal(
          "%s cannot be written (%s); give another folder with -Dduban.data=<folder>."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    FileLock held = null;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      // Held by another start in this very process: refused like any other.
    }
    if (held == null) {
      String holder = Files.readString(folder.resolve(LOCK)).strip();
      channel.close();
      throw new Refusal(
          "Duban already runs on %s (process %s); stop it first or give another folder with -Dduban.data=<folder>."
              .formatted(folder, holder));
    }
    channel.truncate(0);
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8);
    channel.write(ByteBuffer.wrap(pid), 0);
    return channel;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Begins anew: everything goes but the lock that is held. Links are removed, not followed. */
  public void clear() {
    delete(folder, path -> !STAYS.contains(folder.relativize(path).toString()));
  }

  /** A folder inside that holds nothing, whatever it held. */
  public Path emptied(String name) {
    Path sub = sub(name);
    delete(sub, path -> true);
    return sub;
  }

  private static void delete(Path parent, Predicate<Path> doomed) {
    try (Stream<Path> tree = Files.walk(parent)) {
      List<Path> paths =
          tree.filter(path -> !path.equals(parent))
              .filter(doomed)
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : paths) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(parent + " could not be cleared", e);
    }
  }

  /** A folder inside, made if it is missing. */
  public Path sub(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public Path path() {
    return folder;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
