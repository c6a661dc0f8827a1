package duban.status.event;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shows that it was done: a text, or a link to where it lies. */
@Schema(additionalProperties = Schema.False.class)
record Evidence(
    @Schema(required = true) @Nullable Kind kind,
    @Schema(minLength = 1, maxLength = 20_000) @Nullable String text,
    @Schema(minLength = 1, maxLength = 2_000) @Nullable String url) {

  enum Kind {
    TEXT,
    LINK
  }

  Map<String, String> content() {
    return kind == Kind.LINK
        ? Map.of("kind", "LINK", "url", String.valueOf(url))
        : Map.of("kind", "TEXT", "text", String.valueOf(text));
  }
}
