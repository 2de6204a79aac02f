package io.copyflow.ingest.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says beside a file why it could not be ingested: {@code a.zip.reason} for {@code a.zip}. */
final class ReasonFile {

  private ReasonFile() {}

  static void write(Path file, List<String> reasons) throws IOException {
    Files.write(SideNames.beside(file, ".reason"), reasons, StandardCharsets.UTF_8);
  }
}
