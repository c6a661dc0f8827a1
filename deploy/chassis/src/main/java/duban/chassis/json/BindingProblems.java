package duban.chassis.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import duban.chassis.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Jackson could not bind into a problem that names the field and says what would be
 * right.
 */
public class BindingProblems {

  /** Named one by one: the library maps some of these too, and the nearest class wins. */
  @ServerExceptionMapper(
      value = {
        UnrecognizedPropertyException.class,
        InvalidFormatException.class,
        MismatchedInputException.class,
        InputCoercionException.class,
        JsonProcessingException.class
      },
      priority = 1)
  public Response map(JsonProcessingException e) {
    return problem(e).toResponse();
  }

  static HttpProblem problem(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      var known = unknown.getKnownPropertyIds();
      return Problems.badRequest(
          "unknown-field",
          path(unknown) + " is not known here; known are " + (known == null ? "" : sorted(known)),
          path(unknown));
    }
    if (e instanceof InvalidTypeIdException kind) {
      return kind(kind);
    }
    if (e instanceof MismatchedInputException mismatch) {
      return mismatch(mismatch);
    }
    if (e instanceof JsonMappingException mapping) {
      return Problems.badRequest(
          "wrong-value", path(mapping) + ": " + mapping.getOriginalMessage(), path(mapping));
    }
    return RequestBody.broken(e);
  }

  /** What says of which kind an object is, is missing or says none that there is. */
  private static HttpProblem kind(InvalidTypeIdException e) {
    var base = e.getBaseType().getRawClass();
    var info = base.getAnnotation(JsonTypeInfo.class);
    var field = path(e) + "." + (info == null ? "type" : info.property());
    var kinds = base.getAnnotation(JsonSubTypes.class);
    return Problems.badRequest(
        "wrong-type",
        field
            + (e.getTypeId() == null ? " is missing" : " is '" + e.getTypeId() + "'")
            + "; give one of "
            + (kinds == null
                ? "those that the API documents"
                : Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name).toList()),
        field);
  }

  private static HttpProblem mismatch(MismatchedInputException e) {
    var field = path(e);
    var name = field.isEmpty() ? "The body" : field;
    return Problems.badRequest(
        "wrong-type", name + given(e) + "; give " + right(e.getTargetType()), field);
  }

  private static String given(MismatchedInputException e) {
    if (e instanceof InvalidFormatException format) {
      return " is '" + format.getValue() + "'";
    }
    // A number of a record that is not there is bound as null, which a primitive cannot be.
    return e.getOriginalMessage().startsWith("Cannot map `null`")
        ? " is missing"
        : " has another type";
  }

  private static String right(@Nullable Class<?> type) {
    if (type == null) {
      return "the type that the API documents";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    var form = type.getAnnotation(WrittenAs.class);
    if (form != null) {
      return form.value();
    }
    var examples =
        Map.<Class<?>, String>of(
            LocalDate.class, "a date that exists, such as \"2027-10-31\"",
            Period.class, "a span such as \"P10D\", 10 days, or \"P3M\", 3 months",
            BigDecimal.class, "a number",
            Instant.class, "a moment in UTC, such as \"2027-10-31T01:00:00Z\"",
            UUID.class, "a UUID, such as \"123e4567-e89b-42d3-a456-426614174000\"",
            String.class, "a text",
            Boolean.class, "true or false");
    var example = examples.get(type);
    if (example != null) {
      return example;
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return type == boolean.class ? "true or false" : "a whole number";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return "an object";
  }

  private static String sorted(Collection<Object> names) {
    return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(it -> it.getFieldName() == null ? "[" + it.getIndex() + "]" : it.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }
}
