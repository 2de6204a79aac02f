package io.copyflow.cli;

import io.copyflow.ingest.Root;
import io.copyflow.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to ingest. */
final class RootsOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files, folders with all that is below them, and archives: zip, tar, tar.gz, tar.zst, warc, warc.gz.")
  private List<Path> paths = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "The collection that the files belong to (default: the name of the folder or archive). The same"
              + " files under another source are other documents.")
  private @Nullable String source;

  List<Root> roots(Terminal terminal, Settings settings) {
    return paths.stream()
        .map(path -> terminal.directory().resolve(path))
        .map(path -> Root.of(path, source, settings.openArchives()))
        .toList();
  }
}
