package duban.catalog.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;

/** Reads days of a period; what is none is refused like any other text that does not fit. */
class DayInPeriodReader extends StdDeserializer<DayInPeriod> {
  private static final long serialVersionUID = 1;

  DayInPeriodReader() {
    super(DayInPeriod.class);
  }

  @Override
  public DayInPeriod deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (DayInPeriod) context.handleUnexpectedToken(handledType(), parser);
    }
    String text = parser.getText();
    try {
      return DayInPeriod.parse(text);
    } catch (DateTimeException e) {
      return (DayInPeriod) context.handleWeirdStringValue(handledType(), text, "no day");
    }
  }
}
