package duban.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All mail ever received, one file each: {@code <id>-<first recipient>.eml}. What {@link #keep} has
 * returned for is on the disk, so that a sender that was told “250” can count on it.
 */
final class Mailbox {
  private static final Pattern NAME = Pattern.compile("(\\d+)-.*\\.eml");
  private static final int LONGEST_NAME = 80;

  private final Path folder;
  private final Clock businessTime;
  private final ConcurrentSkipListMap<Long, Kept> mails = new ConcurrentSkipListMap<>();

  private record Kept(Path file, Mail mail) {}

  Mailbox(Path folder, Clock businessTime) {
    this.folder = folder;
    this.businessTime = businessTime;
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(this::remember);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (name.matches()) {
      long id = Long.parseLong(name.group(1));
      mails.put(id, new Kept(file, MailFile.read(id, file)));
    }
  }

  /** Keeps a mail; when it returns, the mail survives a loss of power. */
  synchronized long keep(String from, List<String> to, byte[] data) throws IOException {
    long id = mails.isEmpty() ? 1 : mails.lastKey() + 1;
    Path file = folder.resolve("%d-%s.eml".formatted(id, fileName(to)));
    Path unfinished = folder.resolve("unfinished");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      write(channel, new Envelope(from, to, businessTime.instant()).lines());
      write(channel, data);
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      // The name must survive too.
      directory.force(true);
    }
    remember(file);
    return id;
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static String fileName(List<String> to) {
    String name = to.isEmpty() ? "nobody" : to.get(0).replaceAll("[^A-Za-z0-9.@_-]", "_");
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** Newest first. */
  Stream<Mail> newestFirst() {
    return mails.descendingMap().values().stream().map(Kept::mail);
  }

  Optional<Mail> find(long id) {
    return Optional.ofNullable(mails.get(id)).map(Kept::mail);
  }

  /** The mail as it came, behind its envelope. */
  Optional<Path> file(long id) {
    return Optional.ofNullable(mails.get(id)).map(Kept::file);
  }
}
