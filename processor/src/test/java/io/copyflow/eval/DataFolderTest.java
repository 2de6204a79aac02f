package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void missingFolder_isNamed() {
    refused(folder.resolve("gone"), null, "no such folder");
  }

  @Test
  void folderWithoutLabels_isToldWhatItNeeds() throws Exception {
    Files.createDirectory(folder.resolve("pages"));

    refused(folder, null, "GOLD.jsonl and files/, or NAME.jsonl and pages/");
  }

  @Test
  void unknownDataset_isToldWhichThereAre() throws Exception {
    Files.createDirectory(folder.resolve("pages"));
    Files.writeString(folder.resolve("two.jsonl"), "");
    Files.writeString(folder.resolve("one.jsonl"), "");

    refused(folder, "three", "it has one, two");
  }

  @Test
  void folderInBothLayouts_hasAllDatasets() throws Exception {
    Files.createDirectory(folder.resolve("pages"));
    Files.createDirectory(folder.resolve("files"));
    Files.writeString(folder.resolve("GOLD.jsonl"), "");
    Files.writeString(folder.resolve("one.jsonl"), "");

    assertThat(DataFolder.open(folder, null).datasets())
        .extracting(Dataset::name)
        .containsExactly("GOLD", "one");
  }

  private static void refused(Path folder, String dataset, String why) {
    assertThatExceptionOfType(UnknownDataException.class)
        .isThrownBy(() -> DataFolder.open(folder, dataset))
        .withMessageContaining(folder.toString())
        .withMessageContaining(why);
  }
}
