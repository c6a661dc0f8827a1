package duban.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads a kept mail back. */
final class MailFile {
  private MailFile() {}

  static Mail read(long id, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      DefaultMessageBuilder builder = new DefaultMessageBuilder();
      builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
      Message message = builder.parseMessage(in);
      try {
        return mail(id, file, message);
      } finally {
        message.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static Mail mail(long id, Path file, Message message) throws IOException {
    return new Mail(
        id,
        envelope(message, Envelope.TO),
        envelope(message, Envelope.FROM).stream().findFirst().orElse(""),
        header(message, "Subject"),
        header(message, "Message-ID"),
        receivedAt(file, message),
        part(message, "text/plain").orElse(""),
        part(message, "text/html").orElse(""),
        message.getHeader().getFields().stream()
            .filter(field -> !Envelope.names(field.getName()))
            .map(field -> new Mail.Header(field.getName(), decoded(field)))
            .toList());
  }

  private static List<String> envelope(Message message, String name) {
    return message.getHeader().getFields(name).stream().map(MailFile::decoded).toList();
  }

  private static String header(Message message, String name) {
    Field field = message.getHeader().getField(name);
    return field == null ? "" : decoded(field);
  }

  private static String decoded(Field field) {
    String body = field.getBody();
    return body == null
        ? ""
        : DecoderUtil.decodeEncodedWords(
            body.strip(), DecodeMonitor.SILENT, StandardCharsets.UTF_8);
  }

  private static Instant receivedAt(Path file, Message message) throws IOException {
    try {
      return Instant.parse(header(message, Envelope.RECEIVED_AT));
    } catch (DateTimeException putHereByHand) {
      return Files.getLastModifiedTime(file).toInstant();
    }
  }

  /** The first part of that type, in the order of the mail. */
  private static Optional<String> part(Entity entity, String type) throws IOException {
    if (entity.getBody() instanceof Multipart multipart) {
      for (Entity inner : multipart.getBodyParts()) {
        Optional<String> found = part(inner, type);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (!entity.getMimeType().toLowerCase(Locale.ROOT).equals(type)
        || "attachment".equalsIgnoreCase(entity.getDispositionType())
        || !(entity.getBody() instanceof SingleBody body)) {
      return Optional.empty();
    }
    try (InputStream in = body.getInputStream()) {
      String content = new String(in.readAllBytes(), charset(entity.getCharset()));
      return Optional.of(content.replace("\r\n", "\n"));
    }
  }

  private static Charset charset(@org.jspecify.annotations.Nullable String name) {
    try {
      // ASCII is what the parser says when the mail names none; UTF-8 reads it too.
      return name == null || name.equalsIgnoreCase("us-ascii")
          ? StandardCharsets.UTF_8
          : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
