package duban.catalog.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.importing.Takeover.Differing;
import duban.catalog.importing.Takeover.Field;
import duban.catalog.importing.Takeover.Named;
import duban.catalog.snapshot.Snapshot;
import duban.chassis.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays what a catalogue says beside what stands here, thing by thing. */
final class Comparison {
  private final BiPredicate<String, String> written;
  private final List<Named> fresh = new ArrayList<>();
  private final List<Differing> changed = new ArrayList<>();
  private final List<Differing> kept = new ArrayList<>();
  private final List<Named> absent = new ArrayList<>();

  /**
   * @param written whether staff wrote a thing of that kind with that id
   */
  Comparison(BiPredicate<String, String> written) {
    this.written = written;
  }

  /** What is to be stored: what is new, and what is otherwise and not written by staff. */
  <T> List<T> taken(Kind<T> kind, Collection<T> file, Collection<T> here) {
    Map<String, T> stored = here.stream().collect(Collectors.toMap(kind.id(), Function.identity()));
    List<T> taken = new ArrayList<>();
    for (T each : file) {
      @Nullable T before = stored.get(kind.id().apply(each));
      if (before == null) {
        fresh.add(named(kind, each));
        taken.add(each);
      } else if (differs(kind, before, each)) {
        taken.add(each);
      }
    }
    return taken;
  }

  private <T> boolean differs(Kind<T> kind, T here, T file) {
    List<Field> fields = fields(tree(here), tree(file), kind.aside());
    if (fields.isEmpty()) {
      return false;
    }
    boolean stays = isWritten(kind, here);
    var differing =
        new Differing(kind.thing(), kind.id().apply(here), kind.title().apply(here), fields);
    (stays ? kept : changed).add(differing);
    return !stays;
  }

  <T> boolean isWritten(Kind<T> kind, T one) {
    return written.test(kind.thing(), kind.id().apply(one));
  }

  /** Lists what an earlier file brought and this one does not have. */
  <T> void missing(Kind<T> kind, Collection<T> file, Collection<T> here) {
    Set<String> named = file.stream().map(kind.id()).collect(Collectors.toSet());
    here.stream()
        .filter(it -> !named.contains(kind.id().apply(it)) && !isWritten(kind, it))
        .map(it -> named(kind, it))
        .forEach(absent::add);
  }

  boolean changes(Kind<?> kind) {
    return changed.stream().anyMatch(it -> it.thing().equals(kind.thing()));
  }

  /** How many things are new or changed. */
  int total() {
    return fresh.size() + changed.size();
  }

  Takeover with(String name, String sha256, DeadlineChanges deadlines) {
    return new Takeover(name, sha256, fresh, changed, kept, absent, deadlines);
  }

  private static <T> Named named(Kind<T> kind, T one) {
    return new Named(kind.thing(), kind.id().apply(one), kind.title().apply(one));
  }

  private static List<Field> fields(JsonNode here, JsonNode file, Set<String> aside) {
    Set<String> names = new TreeSet<>();
    here.fieldNames().forEachRemaining(names::add);
    file.fieldNames().forEachRemaining(names::add);
    names.removeAll(aside);
    return names.stream()
        .filter(it -> !here.path(it).equals(file.path(it)))
        .map(it -> new Field(it, here.get(it), file.get(it)))
        .toList();
  }

  private static JsonNode tree(Object one) {
    try {
      return byId(Json.contract().readTree(Snapshot.write(one)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was just written is no JSON", e);
    }
  }

  /** How another unit is called is no matter of the thing that names it. */
  private static JsonNode byId(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.size() == 3 && object.has("id") && object.has("code") && object.has("name")) {
        return object.get("id");
      }
      object.properties().forEach(it -> it.setValue(byId(it.getValue())));
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, byId(list.get(i)));
      }
    }
    return node;
  }
}
