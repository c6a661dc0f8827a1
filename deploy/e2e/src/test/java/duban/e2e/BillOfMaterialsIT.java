package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The software bill of materials of each service, beside what is really shipped with it. */
class BillOfMaterialsIT {

  private static final Path ROOT = Path.of(System.getProperty("duban.root"));

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "status", "notification"})
  void namesEveryLibraryThatIsShipped(String service) throws IOException {
    var target = ROOT.resolve(service + "-service/target");
    // The plugin leaves it out when Maven is offline (-o).
    assertThat(target.resolve("sbom.json")).exists();
    var bill = Whole.JSON.readTree(target.resolve("sbom.json").toFile());
    assertThat(bill.path("specVersion").asText()).isEqualTo("1.6");
    var named = new TreeSet<String>();
    for (var it : bill.path("components")) {
      named.add(
          "%s.%s-%s"
              .formatted(
                  it.path("group").asText(),
                  it.path("name").asText(),
                  it.path("version").asText()));
    }
    var missing =
        shipped(target).stream().filter(jar -> named.stream().noneMatch(jar::startsWith)).toList();
    assertThat(missing).as("shipped, and not in " + service + "'s bill").isEmpty();
  }

  private static TreeSet<String> shipped(Path target) throws IOException {
    try (var files = Files.walk(target.resolve("quarkus-app/lib"))) {
      var jars =
          files
              .map(it -> it.getFileName().toString())
              .filter(it -> it.endsWith(".jar"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(jars).hasSizeGreaterThan(100);
      return jars;
    }
  }
}
