package duban.catalog.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.catalog.obligation.Obligation;
import duban.chassis.json.Json;
import duban.chassis.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue that a caller sends, whose texts are as long as those of any other edit. */
@ApplicationScoped
class GivenCatalogue {
  private final Validator validator;

  GivenCatalogue(Validator validator) {
    this.validator = validator;
  }

  /** Throws CatalogueRefused, or a problem if it is no JSON object at all. */
  Catalogue read(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0) {
      throw Problems.badRequest("empty-body", "The body is empty; send a JSON object");
    }
    if (!parsed(bytes).isObject()) {
      throw Problems.badRequest(
          "wrong-type", "The body is no object; send a catalogue file, which is one");
    }
    return CatalogueReader.read(bytes, this::expectValid);
  }

  private static JsonNode parsed(byte[] bytes) {
    try (var parser = Json.contract().createParser(bytes)) {
      JsonNode node = parser.readValueAsTree();
      if (parser.nextToken() != null) {
        throw Problems.badRequest("broken-json", "The body goes on after its object; send one");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw Problems.badRequest("broken-json", "The body is not valid JSON");
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read", e);
    }
  }

  private void expectValid(CatalogueFile file) {
    for (int i = 0; i < file.obligations().size(); i++) {
      String place = "obligations[" + i + "].";
      Obligation each = file.obligations().get(i);
      validator.validate(each).stream()
          .map(it -> place + it.getPropertyPath() + " " + it.getMessage())
          .min(Comparator.naturalOrder())
          .ifPresent(
              it -> {
                throw new CatalogueRefused(it);
              });
    }
  }
}
