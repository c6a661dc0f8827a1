package duban.chassis.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says. A claim may be a list or one value; what cannot be read is put into
 * {@code unreadable} and gives nothing.
 */
record Claims(JsonNode all, Collection<String> unreadable) {

  private static final int LONGEST_NAME = 100;

  static Claims of(JsonNode all) {
    return new Claims(all, new ArrayList<>());
  }

  Set<Grant> grants(String claim) {
    return read(claim, Claims::grant);
  }

  Set<String> units(String claim) {
    return read(claim, it -> it.isTextual() ? Optional.of(it.textValue()) : Optional.empty());
  }

  /** Without control characters, and not longer than a name is. */
  @Nullable String name(String claim) {
    var value = find(claim);
    if (!value.isTextual()) {
      return null;
    }
    var name = value.textValue().replaceAll("\\p{Cntrl}|\\p{Cs}", "").strip();
    if (name.isEmpty()) {
      return null;
    }
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }

  private <T> Set<T> read(String claim, Function<JsonNode, Optional<T>> reader) {
    Set<T> read = new HashSet<>();
    for (var element : elements(find(claim))) {
      reader.apply(element).ifPresentOrElse(read::add, () -> unreadable.add(element.toString()));
    }
    return read;
  }

  private static Optional<Grant> grant(JsonNode element) {
    if (element.isTextual()) {
      return Grant.of(element.textValue());
    }
    var role = element.path("role");
    var unit = element.path("unit");
    return role.isTextual() && unit.isTextual()
        ? Grant.of(role.textValue(), unit.textValue())
        : Optional.empty();
  }

  private static Iterable<JsonNode> elements(JsonNode claim) {
    if (claim.isMissingNode() || claim.isNull()) {
      return List.of();
    }
    return claim.isArray() ? claim : List.of(claim);
  }

  /** Names with a slash are usual with some providers ({@code https://example/grants}). */
  private JsonNode find(String claim) {
    if (all.has(claim)) {
      return all.get(claim);
    }
    JsonNode found = all;
    for (var member : claim.split("/", -1)) {
      found = found.path(member);
    }
    return found;
  }
}
