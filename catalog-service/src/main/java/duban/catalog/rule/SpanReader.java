package duban.catalog.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Locale;

/**
 * Reads spans in months and days. Java takes a week for seven days, of which where working days
 * count nobody means all.
 */
public class SpanReader extends StdDeserializer<Period> {
  private static final long serialVersionUID = 1;

  SpanReader() {
    super(Period.class);
  }

  @Override
  public Period deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Period) context.handleUnexpectedToken(handledType(), parser);
    }
    String text = parser.getText();
    if (text.toUpperCase(Locale.ROOT).contains("W")) {
      return (Period) context.handleWeirdStringValue(handledType(), text, "weeks");
    }
    try {
      return Period.parse(text);
    } catch (DateTimeException e) {
      return (Period) context.handleWeirdStringValue(handledType(), text, "no span");
    }
  }
}
