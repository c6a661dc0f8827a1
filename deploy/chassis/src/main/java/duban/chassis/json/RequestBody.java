package duban.chassis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import duban.chassis.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Map;

/**
 * Looks at a JSON body before it is bound: its size, whether it is JSON at all, and whether it
 * holds characters that PostgreSQL or UTF-8 cannot keep, or that hide what is written.
 */
@Provider
public class RequestBody implements ReaderInterceptor {

  /** The most that a body may have, in bytes: as much as an event may carry through Kafka. */
  public static final int MOST = 256 * 1024;

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      var body = context.getInputStream().readNBytes(MOST + 1);
      if (body.length > MOST) {
        throw tooLarge();
      }
      inspect(body);
      context.setInputStream(new ByteArrayInputStream(body));
    }
    try {
      return context.proceed();
    } catch (WebApplicationException e) {
      // Quarkus wraps some of Jackson's failures in an answer without a body.
      if (e.getCause() instanceof JsonProcessingException cause) {
        throw BindingProblems.problem(cause);
      }
      throw e;
    }
  }

  static HttpProblem tooLarge() {
    return Problems.of(
        413,
        "body-too-large",
        "Content too large",
        "The body has more than 256 KB (" + MOST + " bytes); send less, large evidence as a link",
        Map.of());
  }

  private static void inspect(byte[] body) throws IOException {
    try (var parser = STRICT.createParser(body)) {
      var first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        throw Problems.badRequest("empty-body", "The body is empty; send a JSON object");
      }
      for (var token = first; token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
          inspectText(parser);
        }
      }
    } catch (JsonParseException e) {
      throw broken(e);
    } catch (CharConversionException e) {
      throw Problems.badRequest("broken-json", "The body is not valid JSON in UTF-8");
    }
  }

  static HttpProblem broken(JsonProcessingException e) {
    var at = e.getLocation();
    // Jackson adds where an unclosed object began, with a source that it does not show.
    var reason = e.getOriginalMessage().replaceFirst(" \\(start marker.*", "");
    var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return Problems.badRequest("broken-json", "The body is not valid JSON" + where + ": " + reason);
  }

  private static void inspectText(JsonParser parser) throws IOException {
    var text = parser.getText();
    var unstorable = Unstorable.in(text);
    if (unstorable != null) {
      throw forbidden(parser, unstorable);
    }
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (turnsText(c)) {
        throw forbidden(parser, "U+%04X, which turns the direction of text".formatted((int) c));
      }
    }
  }

  /**
   * Bidirectional embeddings, overrides and isolates: they can show another text than is stored.
   */
  private static boolean turnsText(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  private static HttpProblem forbidden(JsonParser parser, String what) {
    var field =
        parser
            .getParsingContext()
            .pathAsPointer()
            .toString()
            .substring(1)
            .replace('/', '.')
            .replaceAll("[\\x00\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]|\\p{Cs}", "?");
    return Problems.badRequest(
        "forbidden-character", field + " contains " + what + "; leave it out", field);
  }
}
