package duban.bench;

import duban.local.preflight.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service as a process of its own. */
final class Service implements AutoCloseable {

  /** What each answers from its database. */
  private static final String EMPTY = "empty";

  private static final Map<String, String> FIRST =
      Map.of(
          "catalog",
          "/api/catalog/units?limit=1",
          "status",
          "/api/status/progress?limit=1",
          "notification",
          "/api/notification/reminders?limit=1",
          EMPTY,
          "/api/empty/one");

  /** Sees what each of them answers. */
  private static final String READER = "leader";

  private final String name;
  private final Tokens tokens;
  private final Process process;
  private final int port;
  private final double startSeconds;

  private Service(String name, Tokens tokens, Process process, int port, double startSeconds) {
    this.name = name;
    this.tokens = tokens;
    this.process = process;
    this.port = port;
    this.startSeconds = startSeconds;
  }

  static Service start(World world, String name, Jvm given, Map<String, String> more)
      throws IOException, InterruptedException {
    int port = Port.anyFree();
    Path log = world.folder().resolve(name + ".log");
    Jvm jvm = given;
    if (world.bench().profile()) {
      Path flight = world.folder().resolve(name + ".jfr");
      jvm = given.with("-XX:StartFlightRecording:settings=profile,filename=" + flight);
    }
    var command = jvm.command(app(world.bench(), name), properties(world, name, port, more));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Patience.await(
        name + "'s first answer (log: " + log + ")",
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended while it was starting; log: " + log);
          }
          return answers(world.tokens(), port, name);
        });
    return new Service(name, world.tokens(), process, port, (System.nanoTime() - began) / 1e9);
  }

  /** The path of its first answer. */
  static String first(String name) {
    return FIRST.getOrDefault(name, "/");
  }

  private static Path app(Bench bench, String name) {
    return bench
        .root()
        .resolve(name.equals(EMPTY) ? "deploy/bench/empty" : name + "-service")
        .resolve("target/quarkus-app");
  }

  private static List<String> properties(
      World world, String name, int port, Map<String, String> more) {
    var all = new HashMap<String, String>();
    all.put("quarkus.http.host", "127.0.0.1");
    all.put("quarkus.http.port", Integer.toString(port));
    all.put("quarkus.management.host", "127.0.0.1");
    all.put("quarkus.management.port", Integer.toString(Port.anyFree()));
    all.put("quarkus.datasource.jdbc.url", world.address(name));
    all.put("quarkus.datasource.username", "duban_" + name);
    all.put("quarkus.datasource.password", World.PASSWORD);
    all.put("quarkus.flyway.username", "duban_" + name + "_owner");
    all.put("quarkus.flyway.password", World.PASSWORD);
    all.put("kafka.bootstrap.servers", world.bootstrap());
    all.put("duban.instance", "bench");
    all.put("duban.network", "closed");
    all.put("duban.identity.issuer", world.tokens().issuer());
    all.put(
        "duban.accept.demonstration-provider",
        "nobody else reaches 127.0.0.1 while it is measured");
    all.put("duban.limits.writes-by-subject", "0");
    all.put("duban.limits.writes-by-address", "0");
    all.putAll(more);
    var options = new ArrayList<String>();
    all.forEach((key, value) -> options.add("-D" + key + "=" + value));
    return options;
  }

  private static boolean answers(Tokens tokens, int port, String name) {
    try (var http = http(tokens, port, name, READER)) {
      var answer = http.get(first(name));
      // Whoever knows no area yet looked it up in the database, too.
      return answer.status() == 200 || answer.text().contains("area at the top");
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** A connection of somebody who has signed in; the empty application asks nobody who he is. */
  Http http(String account) throws IOException {
    return http(tokens, port, name, account);
  }

  private static Http http(Tokens tokens, int port, String name, String account)
      throws IOException {
    return name.equals(EMPTY) ? new Http(port) : Http.bearing(tokens.of(account), port);
  }

  long pid() {
    return process.pid();
  }

  /** From the start of the process to the first answer out of the database. */
  double startSeconds() {
    return startSeconds;
  }

  /** Resident memory. */
  double megabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Holds it, so that work gathers; {@link #goOn} lets it begin with all of it. */
  void hold() throws IOException {
    signal("STOP");
  }

  void goOn() throws IOException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException {
    var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).inheritIO().start();
    Patience.await("kill -" + signal, () -> !kill.isAlive());
    if (kill.exitValue() != 0 && process.isAlive()) {
      throw new IllegalStateException("kill -" + signal + " answered " + kill.exitValue());
    }
  }

  @Override
  public void close() throws IOException {
    goOn();
    process.destroy();
    Patience.await("the end of " + name, () -> !process.isAlive());
  }
}
