package io.copyflow.cli;

import io.copyflow.ingest.PathList;
import io.copyflow.ingest.Root;
import io.copyflow.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to ingest. */
final class RootsOptions {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = {
        "Files, folders with all that is below them, and archives: zip, tar, tar.gz, tar.zst, warc,"
            + " warc.gz. - reads a list of files of this folder from standard input."
      })
  private List<String> paths = List.of();

  @Option(
      names = "--files-from",
      paramLabel = "FILE",
      description =
          "Take only the files that FILE lists, a path on each line, - for standard input. They are"
              + " documents of the one folder PATH (default: this folder), in which they lie.")
  private @Nullable String filesFrom;

  @Option(
      names = {"-0", "--null"},
      description = "The list's paths end with NUL, as find -print0 writes them.")
  private boolean nul;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "The collection that the files belong to (default: the name of the folder or archive)."
              + " The same files under another source are other documents.")
  private @Nullable String source;

  List<Root> roots(Terminal terminal, Settings settings)
      throws IOException, CommandFailedException {
    if (filesFrom != null) {
      return listed(filesFrom, paths.isEmpty() ? "" : onlyPath(), terminal);
    }
    if (paths.isEmpty()) {
      throw new CommandFailedException(
          ExitCode.USAGE, "nothing to ingest; give a PATH, see --help");
    }
    if (paths.contains(STANDARD_INPUT)) {
      return listed(onlyPath(), "", terminal);
    }
    return paths.stream()
        .map(path -> terminal.directory().resolve(path))
        .map(path -> Root.of(path, source, settings.openArchives()))
        .toList();
  }

  private String onlyPath() throws CommandFailedException {
    if (paths.size() > 1) {
      throw new CommandFailedException(
          ExitCode.USAGE, "a list of files is of one folder; give one PATH, or none");
    }
    return paths.get(0);
  }

  private List<Root> listed(String list, String folder, Terminal terminal)
      throws IOException, CommandFailedException {
    Path here = terminal.directory().toAbsolutePath();
    List<Path> files;
    try (InputStream in =
        list.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(here.resolve(list))) {
      files = PathList.read(in, nul ? '\0' : '\n', here);
    }
    if (files.isEmpty()) {
      throw new CommandFailedException(ExitCode.USAGE, "the list names no file");
    }
    return Root.listed(here.resolve(folder), files, source);
  }
}
