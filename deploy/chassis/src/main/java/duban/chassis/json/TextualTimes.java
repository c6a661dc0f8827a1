package duban.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.LocalDate;

/**
 * Days and moments come as text: Jackson would also take a number as days since 1970, a list as its
 * parts, and an empty text as absent; and of a moment it would take the day at some other place of
 * the world.
 */
class TextualTimes extends BeanDeserializerModifier {

  private static final long serialVersionUID = 1;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription type, JsonDeserializer<?> found) {
    return type.getBeanClass().getPackageName().equals("java.time") ? new Textual(found) : found;
  }

  private static final class Textual extends DelegatingDeserializer {

    private static final long serialVersionUID = 1;

    Textual(JsonDeserializer<?> found) {
      super(found);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> found) {
      return new Textual(found);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.handleUnexpectedToken(handledType(), parser);
      }
      if (parser.getText().isBlank()) {
        return context.handleWeirdStringValue(handledType(), parser.getText(), "blank");
      }
      if (handledType() == LocalDate.class && parser.getText().indexOf('T') >= 0) {
        return context.handleWeirdStringValue(handledType(), parser.getText(), "no day");
      }
      return super.deserialize(parser, context);
    }
  }
}
