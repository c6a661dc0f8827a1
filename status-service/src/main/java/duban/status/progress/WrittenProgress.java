package duban.status.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Keeps how the progress was written that was asked for last: the same thirty fields again were
 * most of what a list cost.
 */
@Singleton
class WrittenProgress implements ObjectMapperCustomizer {

  private static final int KEPT = 2_000;

  @Override
  public int priority() {
    return MINIMUM_PRIORITY; // behind all that says how fields are written
  }

  @Override
  public void customize(ObjectMapper mapper) {
    ObjectMapper plain = mapper.copy();
    mapper.registerModule(
        new SimpleModule("progress").addSerializer(ProgressView.class, new Kept(plain)));
  }

  private static final class Kept extends JsonSerializer<ProgressView> {

    private final Cache<ProgressView, SerializableString> written =
        Caffeine.newBuilder().maximumSize(KEPT).build();
    private final ObjectMapper plain;

    Kept(ObjectMapper plain) {
      this.plain = plain;
    }

    @Override
    public void serialize(ProgressView view, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      try {
        json.writeRawValue(written.get(view, this::write));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private SerializableString write(ProgressView view) {
      try {
        return new SerializedString(plain.writeValueAsString(view));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
