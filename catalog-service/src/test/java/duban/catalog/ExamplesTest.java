package duban.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void everyExampleThatOtherServicesReadKeepsToItsSchema() throws IOException {
    Map<String, Object> broken = new TreeMap<>();
    int read = 0;
    try (var files = Files.list(Path.of("src/main/contract"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".example.json")) {
          String example = name.substring(0, name.indexOf(".v1"));
          Path own = file.resolveSibling(example + ".v1.schema.json");
          String event = Files.exists(own) ? example : example.split("-")[0];
          var errors = Contracts.errors(event, Files.readAllBytes(file));
          if (!errors.isEmpty()) {
            broken.put(name, errors);
          }
          read++;
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(read).isGreaterThan(4);
  }
}
