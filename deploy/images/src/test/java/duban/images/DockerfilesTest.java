package duban.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfilesTest {
  private static final String FOLDER = "deploy/images/";

  @ParameterizedTest
  @ValueSource(strings = {"service", "mail", "origin"})
  void anImageRunsAsAnUnprivilegedUserByNumberWithoutAShell(String name) {
    List<String> lines = instructions(name);
    assertThat(last(lines, "USER ")).matches("USER [1-9]\\d{3,}:[1-9]\\d{3,}");
    assertThat(last(lines, "ENTRYPOINT ")).startsWith("ENTRYPOINT [\"");
    assertThat(last(lines, "HEALTHCHECK ")).contains(" CMD [\"");
    assertThat(lines).noneMatch(line -> line.startsWith("ADD "));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("FROM "))
        .allSatisfy(line -> assertThat(line).matches("FROM [\\w./-]+:\\d[\\w.-]*"));
    assertThat(last(lines, "LABEL ")).contains("org.opencontainers.image.title=\"duban-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "mail", "origin"})
  void whatAnImageCopiesIsNotIgnored(String name) {
    List<String> admitted =
        Checkout.text(".dockerignore").lines().filter(it -> it.startsWith("!")).toList();
    for (String line : instructions(name)) {
      if (line.startsWith("COPY ")) {
        String[] words = line.split(" +");
        for (String source : Arrays.copyOfRange(words, 1, words.length - 1)) {
          String path = source.replace("${SERVICE}", "catalog");
          assertThat(admitted).as(path).anyMatch(it -> path.startsWith(it.substring(1)));
          if (!path.contains("/target/")) {
            assertThat(Checkout.ROOT.resolve(path)).exists();
          }
        }
      }
    }
  }

  /** Measured: half the time until it is ready. */
  @Test
  void aServiceStartsFromTheCacheThatWasTrainedInItsImage() {
    List<String> lines = instructions("service");
    assertThat(last(lines, "FROM ")).matches("FROM eclipse-temurin:\\d+-jre");
    assertThat(last(lines, "RUN ")).isEqualTo("RUN [\"./train\"]");
    assertThat(last(lines, "ENTRYPOINT ")).contains("\"-XX:AOTCache=service.aot\"");
    assertThat(Checkout.text(FOLDER + "train")).contains("-XX:AOTCacheOutput=service.aot");
  }

  @Test
  void aServiceUnderstandsChineseInItsEnvironment() {
    assertThat(last(instructions("service"), "ENV ")).contains(" LANG=C.UTF-8 ");
  }

  @Test
  void whatRunsInAnImageMayBeExecuted() {
    assertThat(List.of("health", "train", "databases"))
        .allSatisfy(it -> assertThat(Checkout.ROOT.resolve(FOLDER + it)).isExecutable());
  }

  @Test
  void everyFileOfTheStartPageIsServed() throws IOException {
    String conf = Checkout.text(FOLDER + "origin.conf");
    try (Stream<Path> files =
        Files.list(Checkout.ROOT.resolve("deploy/local/src/main/resources/duban/local/origin"))) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              it -> assertThat(conf).contains(it.getFileName().toString().replace(".", "\\.")));
    }
  }

  @Test
  void theOriginsLogNamesNobody() {
    String conf = Checkout.text(FOLDER + "origin.conf");
    assertThat(conf.lines().map(String::strip).filter(it -> it.startsWith("access_log ")))
        .contains("access_log /dev/stdout origin;")
        .allMatch(it -> it.endsWith(" origin;") || it.equals("access_log off;"));
    assertThat(conf.lines().filter(it -> it.strip().startsWith("log_format origin")).findFirst())
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .doesNotContain("$request ", "$request_uri", "$args", "$query_string")
                    .doesNotContain("$remote_addr", "$http_"));
  }

  private static List<String> instructions(String name) {
    return Checkout.text(FOLDER + name + ".Dockerfile")
        .replace("\\\n", " ")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static String last(List<String> lines, String instruction) {
    return lines.stream()
        .filter(line -> line.startsWith(instruction))
        .reduce((first, second) -> second)
        .orElse("no " + instruction);
  }
}
