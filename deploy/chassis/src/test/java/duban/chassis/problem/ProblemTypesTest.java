package duban.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemTypesTest {

  @TempDir Path folder;

  private ProblemTypes with(String lines) throws IOException {
    var file = folder.resolve(ProblemTypes.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
    try (var modules = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return ProblemTypes.of(modules);
    }
  }

  @Test
  void aTypeThatNobodyNamesIsRefusedAndTheFileToNameItInIsSaid() {
    assertThatThrownBy(() -> Problems.notFound("forgotten", "There is none"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forgotten")
        .hasMessageContaining("src/main/resources/META-INF/problems.properties");
  }

  @Test
  void aTypeHasOneStatus() {
    assertThatThrownBy(() -> Problems.conflict("not-found", "There is none"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("409")
        .hasMessageContaining("404");
  }

  @Test
  void aLineGivesStatusTitleAndExample() throws IOException {
    var types = with("unit-not-known = 404 | Not found | 没有 'a|b'");
    assertThat(types.get("unit-not-known"))
        .isEqualTo(new ProblemType("unit-not-known", 404, "Not found", "没有 'a|b'"));
  }

  @Test
  void aLineOfAnotherFormStopsTheStart() {
    for (var line :
        List.of("a = 404 | x", "a = 200 | x | y", "A_b = 404 | x | y", "a = 404 | | y")) {
      assertThatThrownBy(() -> with(line))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("status | title");
    }
  }
}
