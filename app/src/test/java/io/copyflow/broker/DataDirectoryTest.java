package io.copyflow.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path parent;
  private Path directory;

  @BeforeEach
  void chooseDirectory() {
    directory = parent.resolve("data");
  }

  @Test
  void missingDirectory_isCreatedWithItsVersion() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      assertThat(data.root().resolve("VERSION")).hasContent("1");
    }
  }

  @Test
  void closedDirectory_canBeOpenedAgain() throws Exception {
    DataDirectory.open(directory).close();
    try (var data = DataDirectory.open(directory)) {
      assertThat(data.kafka()).isEqualTo(directory.resolve("kafka"));
    }
  }

  @Test
  void directoryHeldInThisProcess_isRefused() throws Exception {
    try (var held = DataDirectory.open(directory)) {
      assertThatThrownBy(() -> DataDirectory.open(held.root()))
          .isInstanceOf(DataDirectoryInUseException.class);
    }
  }

  @Test
  void laterVersion_isRefused() throws Exception {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("VERSION"), "2\n");
    assertThatThrownBy(() -> DataDirectory.open(directory)).hasMessageContaining("layout 2");
  }

  @Test
  void damagedVersion_isRefused() throws Exception {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("VERSION"), "\0\0");
    assertThatThrownBy(() -> DataDirectory.open(directory)).hasMessageContaining("VERSION file");
  }

  @Test
  void directoryOfSomethingElse_isRefusedAndLeftAlone() throws Exception {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("thesis.tex"), "");
    assertThatThrownBy(() -> DataDirectory.open(directory)).hasMessageContaining("thesis.tex");
    assertThat(directory.toFile().list()).containsExactly("thesis.tex");
  }

  @Test
  void fileInTheWay_isRefused() throws Exception {
    Files.writeString(directory, "");
    assertThatThrownBy(() -> DataDirectory.open(directory))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessageContaining("a file is in the way");
  }

  @Test
  void fileInTheWayAbove_isRefused() throws Exception {
    Files.writeString(directory, "");
    assertThatThrownBy(() -> DataDirectory.open(directory.resolve("below")))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessageContaining(directory.resolve("below").toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void standardDirectory_followsXdgUnlessRelative() {
    assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "/srv")))
        .isEqualTo(Path.of("/srv/copyflow"));
    assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "srv")))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".local/share/copyflow"));
  }
}
