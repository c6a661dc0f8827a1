package duban.local.part;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a JVM that lives no longer than this one: its standard input is a pipe from here, and its
 * main class ends when the pipe does, whatever happened to this process.
 */
final class ChildJvm {
  /**
   * Ctrl-C reaches every process of the terminal. A child leaves it to the launcher, which stops
   * the parts in their order.
   */
  private static final String DEAF_TO_CTRL_C = "trap '' INT HUP; exec \"$@\"";

  private ChildJvm() {}

  static Process start(
      List<String> options,
      List<Path> classPath,
      Class<?> main,
      List<String> arguments,
      Map<String, String> environment,
      Path log) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", DEAF_TO_CTRL_C, "duban"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    // Options for this JVM (a debugger's port, an agent) are not meant for six more.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
