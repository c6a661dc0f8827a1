package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * deploy/docs/dependencies.md: each dependency that a pom names has a reason, and no other does.
 */
class DependenciesTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+:[^`]+)` \\| (.+) \\|$", Pattern.MULTILINE);
  private static final Pattern NAMED =
      Pattern.compile(
          "<(dependency|plugin|path)>\\s*(?:<!--.*?-->\\s*)?<groupId>([^<]+)</groupId>\\s*"
              + "<artifactId>([^<]+)</artifactId>",
          Pattern.DOTALL);

  @Test
  void eachHasItsReason() throws IOException {
    var reasons = new TreeMap<String, String>();
    ROW.matcher(Repository.text("deploy/docs/dependencies.md"))
        .results()
        .forEach(
            it ->
                assertThat(reasons.put(it.group(1), it.group(2)))
                    .as(it.group(1) + " stands twice")
                    .isNull());
    assertThat(reasons.keySet()).isEqualTo(named());
    assertThat(reasons.values()).allSatisfy(it -> assertThat(it).isNotBlank());
  }

  /** Maven's own plugins, which every build has, and our own modules need none. */
  private static TreeSet<String> named() throws IOException {
    var named = new TreeSet<String>();
    for (var pom : poms()) {
      var text =
          Repository.text(pom).replaceAll("(?s)<(dependencyManagement|exclusions)>.*?</\\1>", "");
      NAMED
          .matcher(text)
          .results()
          .filter(it -> !List.of("duban", "org.apache.maven.plugins").contains(it.group(2)))
          .forEach(it -> named.add(it.group(2) + ":" + it.group(3)));
    }
    return named;
  }

  private static List<Path> poms() throws IOException {
    try (var files = Files.walk(Repository.ROOT, 4)) {
      return files
          .filter(it -> it.endsWith("pom.xml") && !it.toString().contains("/target/"))
          .filter(it -> !Repository.ROOT.relativize(it).toString().startsWith("."))
          .toList();
    }
  }
}
