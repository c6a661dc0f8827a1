package duban.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A file of Docker Compose, with its anchors resolved. */
final class Compose {
  static final List<String> SERVICES = List.of("catalog", "status", "notification");

  private static final Compose FILE = of("docker-compose.yml");

  private final Map<String, Object> services;

  private Compose(Map<String, Object> services) {
    this.services = services;
  }

  static Compose of(String file) {
    Map<String, Object> all =
        map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Checkout.text(file)));
    return new Compose(map(all.get("services")));
  }

  /** One of its services. */
  record Container(String name, Map<String, Object> settings) {
    String image() {
      return String.valueOf(settings.get("image"));
    }

    Map<String, Object> environment() {
      return map(settings.getOrDefault("environment", Map.of()));
    }

    Map<String, Object> build() {
      return map(settings.getOrDefault("build", Map.of()));
    }

    Optional<String> dockerfile() {
      return Optional.ofNullable(build().get("dockerfile")).map(String::valueOf);
    }

    /** The condition by the name of what it waits for. */
    Map<String, String> waitsFor() {
      Map<String, String> conditions = new LinkedHashMap<>();
      if (settings.get("depends_on") instanceof Map<?, ?> map) {
        map.forEach(
            (name, how) ->
                conditions.put(String.valueOf(name), String.valueOf(map(how).get("condition"))));
      }
      return conditions;
    }

    List<String> list(String setting) {
      List<String> values = new ArrayList<>();
      if (settings.get(setting) instanceof List<?> list) {
        list.forEach(value -> values.add(String.valueOf(value)));
      }
      return values;
    }
  }

  List<Container> all() {
    return services.entrySet().stream()
        .map(entry -> new Container(entry.getKey(), map(entry.getValue())))
        .toList();
  }

  Container named(String name) {
    return all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  static List<Container> containers() {
    return FILE.all();
  }

  static Container container(String name) {
    return FILE.named(name);
  }

  /** Those that end: somebody waits for their success. */
  static boolean isJob(Container container) {
    return containers().stream()
        .anyMatch(
            it -> "service_completed_successfully".equals(it.waitsFor().get(container.name())));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
