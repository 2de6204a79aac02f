package io.copyflow.cli;

import io.copyflow.ingest.Root;
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
      description = "Files and folders; folders with all that is below them.")
  private List<Path> paths = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "The collection that the files belong to (default: the name of the folder). The same"
              + " files under another source are other documents.")
  private @Nullable String source;

  List<Root> roots(Terminal terminal) {
    return paths.stream().map(path -> Root.of(terminal.directory().resolve(path), source)).toList();
  }
}
