package duban.catalog.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Period;

/** Writes a span as a rule does, with its sign in front: -P30D, where Java says P-30D. */
class SpanWriter extends StdSerializer<Period> {
  private static final long serialVersionUID = 1;

  SpanWriter() {
    super(Period.class);
  }

  @Override
  public void serialize(Period span, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeString(Written.of(span));
  }
}
