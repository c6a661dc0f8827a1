package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever copies a command of the manual or of the chart's notes is not refused. */
class AskedInProseTest {

  private static final Pattern ASKED =
      Pattern.compile("\\b(curl|api)(?: -i)?(?: -X ([A-Z]+))? \"\\$O/api/([a-z$]+)/([a-z-]+)");

  private static final Map<String, String> ANYBODY = new HashMap<>();

  static {
    for (var module : Repository.modules()) {
      for (var file : Repository.main(module, "rights.tsv")) {
        Repository.text(file)
            .lines()
            .skip(1)
            .map(it -> it.split("\t"))
            .forEach(it -> ANYBODY.put(it[0].replaceAll("/.*", ""), it[it.length - 1]));
      }
    }
  }

  @Test
  void whatIsNotForEverybodyIsAskedWithAToken() {
    for (var prose : List.of("docs/operations.md", "helm/duban/templates/NOTES.txt")) {
      var text = Repository.text("deploy/" + prose);
      assertThat(text).contains("api() { curl -sS -H \"Authorization: Bearer $");
      var asked = ASKED.matcher(text).results().toList();
      assertThat(asked).as(prose).hasSizeGreaterThan(3);
      for (var it : asked) {
        var operation = (it.group(2) == null ? "GET" : it.group(2)) + " " + it.group(4);
        assertThat(ANYBODY).as(prose).containsKey(operation);
        if (it.group(1).equals("curl")) {
          assertThat(ANYBODY.get(operation)).as(prose + ": " + operation).isNotEqualTo("-");
        }
      }
    }
  }
}
