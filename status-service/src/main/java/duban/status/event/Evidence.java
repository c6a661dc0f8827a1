package duban.status.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What shows that it was done: a text, or a link to where it lies. */
record Evidence(@Nullable Kind kind, @Nullable String text, @Nullable String url) {

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
