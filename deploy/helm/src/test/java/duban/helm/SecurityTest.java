package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** deploy/docs/security.md names tests that there are. */
class SecurityTest {

  private static final Pattern TEST =
      Pattern.compile(".*/([\\w-]+)/src/test/java/.*/(\\w+(?:Test|IT))\\.java");
  private static final String TEXT = Repository.text("deploy/docs/security.md");

  @Test
  void everyTestThatItNamesIsThereInItsModule() throws IOException {
    var named = new TreeSet<String>();
    Pattern.compile("`([^`]*(?:Test|IT))`")
        .matcher(TEXT)
        .results()
        .forEach(it -> named.add(it.group(1)));
    try (var files = Files.walk(Repository.ROOT)) {
      var there =
          files
              .map(it -> TEST.matcher(it.toString()))
              .filter(Matcher::matches)
              .map(it -> it.group(1) + "/" + it.group(2))
              .collect(Collectors.toSet());
      assertThat(named).isNotEmpty().isSubsetOf(there);
    }
  }

  @Test
  void everyRiskOfTheListHasItsRow() {
    for (int i = 1; i <= 10; i++) {
      assertThat(TEXT).contains("\n| API" + i + " ");
    }
  }

  @Test
  void everyFileThatItLinksIsThere() {
    Pattern.compile("\\]\\(([^)#]+)")
        .matcher(TEXT)
        .results()
        .forEach(
            it -> assertThat(Repository.ROOT.resolve("deploy/docs").resolve(it.group(1))).exists());
  }
}
