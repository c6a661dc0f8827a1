package duban.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.local.preflight.DataFolder;
import duban.local.preflight.Refusal;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppsTest {
  @TempDir Path root;
  private DataFolder folder;
  private Apps apps;

  @BeforeEach
  void open() {
    folder = DataFolder.open(root.resolve("data"));
    apps = new Apps(root, folder);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void theNextBuildTakesNothingFromTheCopy() throws IOException {
    Checkout.in(root);
    apps.copy();
    Path jar = apps.jar(Service.STATUS);
    byte[] running = Files.readAllBytes(jar);
    assertThat(jar).startsWith(folder.path().resolve("app/status"));

    Checkout.clean(root);
    Path next = Files.createDirectories(root.resolve("status-service/target/quarkus-app"));
    Files.writeString(next.resolve("quarkus-run.jar"), "the next build");
    assertThat(jar).hasBinaryContent(running);
  }

  @Test
  void theNextStartReplacesTheCopy() throws IOException {
    Checkout.in(root);
    Path lib = Files.createDirectories(root.resolve("status-service/target/quarkus-app/lib/main"));
    Files.writeString(lib.resolve("old.jar"), "old");
    apps.copy();
    Path copied = folder.path().resolve("app/status/lib/main");
    assertThat(copied.resolve("old.jar")).hasContent("old");

    Files.move(lib.resolve("old.jar"), lib.resolve("new.jar"));
    apps.copy();
    assertThat(copied).isDirectoryContaining("glob:**/new.jar");
    assertThat(copied.resolve("old.jar")).doesNotExist();
  }

  @Test
  void onOneDiskItTakesNoSpaceAndElsewhereItIsCopied() throws IOException {
    Path from = Files.createDirectories(root.resolve("from/lib"));
    Path file = Files.writeString(from.resolve("a.jar"), "a");
    Path near = root.resolve("near");
    Apps.place(root.resolve("from"), near);
    assertThat(Files.isSameFile(near.resolve("lib/a.jar"), file)).isTrue();

    Path archive = root.resolve("far.zip");
    try (FileSystem far = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Apps.place(root.resolve("from"), far.getPath("/far"));
      assertThat(far.getPath("/far/lib/a.jar")).hasContent("a");
    }
  }

  @Test
  void aServiceThatIsNotBuiltIsRefusedBeforeAnyDataIsDeleted() throws IOException {
    Path kept = Files.writeString(folder.sub("mail").resolve("1-a.eml"), "old");
    folder.close();
    Settings fresh = Settings.in(root).data(folder.path()).freePorts().neededBytes(1).fresh();
    assertThatThrownBy(() -> Duban.start(fresh))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "%s is missing; build it first, with mvn -Pup or mvn package.",
            root.resolve("catalog-service/target/quarkus-app/quarkus-run.jar"));
    assertThat(kept).hasContent("old");
  }
}
