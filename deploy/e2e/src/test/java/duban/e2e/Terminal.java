package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.Duban;
import duban.local.preflight.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A reader's second terminal: what one command has put into a variable the next finds there. Its
 * commands reach the Duban that runs now, wherever that listens.
 */
final class Terminal {

  private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^(\\w+)=");

  private final Path folder;
  private final Path kept;
  private final Set<String> variables = new TreeSet<>();

  Terminal(Path folder) throws IOException {
    this.folder = folder;
    this.kept = Files.createTempFile(folder, "variables", ".sh");
  }

  /** Returns what is printed; fails if it does not end well. */
  String run(String command, Duban duban) throws IOException, InterruptedException {
    ASSIGNMENT.matcher(command).results().forEach(it -> variables.add(it.group(1)));
    var keep =
        variables.isEmpty()
            ? ""
            : "declare -p %s >%s 2>/dev/null".formatted(String.join(" ", variables), kept);
    var script = ". %s\n%s\nended=$?\n%s\nexit $ended".formatted(kept, here(command, duban), keep);
    var process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s printed %s", command, printed).isZero();
    return printed;
  }

  private static String here(String command, Duban duban) {
    return command
        .replace("localhost:8080", "127.0.0.1:" + duban.port(Port.ORIGIN))
        .replace("localhost:8084", "localhost:" + duban.port(Port.OIDC))
        .replace("localhost:8025", "127.0.0.1:" + duban.port(Port.MAIL));
  }

  /** As answers are compared. */
  static String withoutSpaces(String text) {
    return text.replaceAll("\\s", "");
  }
}
