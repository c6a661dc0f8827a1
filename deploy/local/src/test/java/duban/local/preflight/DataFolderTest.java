package duban.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void aSecondStartBesideARunningOneIsRefusedAndNamesTheFirst() {
    Path data = temporary.resolve("data");
    try (DataFolder running = DataFolder.open(data)) {
      assertThatThrownBy(() -> DataFolder.open(data))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("Duban already runs on " + running.path())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("-Dduban.data=<folder>");
    }
    DataFolder.open(data).close();
  }

  @Test
  void aFolderWithOtherThingsInItIsLeftAlone() throws IOException {
    Path letter = Files.writeString(temporary.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not Duban's");
    assertThat(letter).hasContent("mine");
    assertThat(temporary).isDirectoryContaining(letter::equals);
  }

  @Test
  void beginningAnewDeletesTheDataButFollowsNoLink() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path kept = Files.writeString(elsewhere.resolve("kept.txt"), "mine");
    Path data = temporary.resolve("data");
    try (DataFolder folder = DataFolder.open(data)) {
      Files.writeString(folder.sub("mail").resolve("1-a.eml"), "old");
      Files.createSymbolicLink(folder.file("link"), elsewhere);
      folder.clear();
      assertThat(folder.file("mail")).doesNotExist();
      assertThat(folder.file("link")).doesNotExist();
      assertThat(kept).hasContent("mine");
      // Still held: clearing must not open the door to a second start.
      assertThatThrownBy(() -> DataFolder.open(data)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aFullDiskIsRefusedBeforeTheFolderIsMade() {
    Path data = temporary.resolve("not/yet/there");
    assertThatThrownBy(() -> Disk.check(data, Long.MAX_VALUE))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("MB are free on the disk of " + data)
        .hasMessageContaining("-Dduban.data=<folder>");
    assertThat(temporary.resolve("not")).doesNotExist();
    Disk.check(data, 1);
  }

  @Test
  void passwordsAreMadeOnceAndOnlyTheOwnerReadsThem() throws IOException {
    Path file = temporary.resolve("secrets");
    String password = new Secrets(file).of("duban_catalog");
    assertThat(password).hasSizeGreaterThan(30);
    assertThat(new Secrets(file).of("duban_catalog")).isEqualTo(password);
    assertThat(new Secrets(file).of("duban_status")).isNotEqualTo(password);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
