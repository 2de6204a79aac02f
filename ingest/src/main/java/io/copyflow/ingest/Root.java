package io.copyflow.ingest;

import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Packing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file, folder or archive to ingest.
 *
 * @param source the collection that its documents belong to; not blank, holds no slash
 * @param base the folder or archive that documents' paths are relative to
 * @param path where it lies
 * @param isArchive whether it is an archive that is opened
 */
public record Root(String source, Path base, Path path, boolean isArchive) {

  /** Refuses a source that would make documents' keys ambiguous. */
  public Root {
    if (source.isBlank() || source.indexOf('/') >= 0) {
      throw new IngestUsageException(
          "no source name for %s: it must not be blank and holds no slash; give one with --source NAME"
              .formatted(FileNames.shown(path)));
    }
  }

  /**
   * A path with the source's name, or with the default: the name of the folder or archive, for a
   * single file that of the folder it lies in.
   *
   * @param openArchives whether an archive is opened, or taken whole like any other file
   * @throws IngestUsageException when there is no such path, or no name for the source
   */
  public static Root of(Path path, @Nullable String source, boolean openArchives) {
    if (!Files.exists(path)) {
      throw new IngestUsageException(
          "no such file or folder: " + FileNames.shown(path) + "; check the path");
    }
    boolean isArchive =
        openArchives && !Files.isDirectory(path) && Packing.of(FileNames.last(path)).isArchive();
    String encoded =
        source == null ? FileNames.last(base(path, isArchive)) : FileNames.text(source);
    return new Root(encoded, base(path, isArchive), path, isArchive);
  }

  /**
   * Files below a folder, as documents of that folder.
   *
   * @param folder that they lie in, at any depth
   * @param files that need not exist: what is gone is left out
   * @throws IngestUsageException when there is no such folder, no name for the source, or a file
   *     lies elsewhere
   */
  public static List<Root> listed(Path folder, List<Path> files, @Nullable String source) {
    Root whole = of(folder, source, false);
    return files.stream().map(file -> below(whole, file.toAbsolutePath().normalize())).toList();
  }

  private static Root below(Root whole, Path file) {
    if (!file.startsWith(whole.base()) || file.equals(whole.base())) {
      throw new IngestUsageException(
          "%s is listed and does not lie in %s; list files of that folder, or name another"
              .formatted(FileNames.shown(file), FileNames.shown(whole.base())));
    }
    return new Root(whole.source(), whole.base(), file, false);
  }

  /** Whether it is all of its base. */
  boolean isWhole() {
    return base.equals(path.toAbsolutePath().normalize());
  }

  private static Path base(Path path, boolean isArchive) {
    // Normalised, so that "." and ".." have a name; not resolved, so that a link keeps its own.
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return isArchive || Files.isDirectory(path) || parent == null ? absolute : parent;
  }
}
