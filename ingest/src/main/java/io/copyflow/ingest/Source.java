package io.copyflow.ingest;

import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.FolderWalk;
import io.copyflow.ingest.files.WalkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roots of one source, put together: documents of a source go out in one order.
 *
 * @param name of the source
 * @param base the folder or archive that documents' paths are relative to
 * @param isArchive whether the base is an archive
 * @param files of the base that were named one by one; empty for all of it
 */
record Source(String name, Path base, boolean isArchive, List<Path> files) {

  /**
   * Roots by source, in the order given. Several files of one folder are one source, and so are a
   * folder and files of it.
   *
   * @throws IngestUsageException when two folders or archives have the same source name: their
   *     documents would share names
   */
  static List<Source> of(List<Root> roots) {
    Map<String, List<Root>> bySource = new LinkedHashMap<>();
    for (Root root : roots) {
      bySource.computeIfAbsent(root.source(), name -> new ArrayList<>()).add(root);
    }
    return bySource.values().stream().map(Source::joined).toList();
  }

  private static Source joined(List<Root> roots) {
    Root first = roots.get(0);
    for (Root other : roots) {
      if (!other.base().equals(first.base())) {
        throw new IngestUsageException(
            "two folders or archives for the source \"%s\": %s and %s; ingest them one by one, each with its own --source NAME"
                .formatted(
                    first.source(), FileNames.shown(first.base()), FileNames.shown(other.base())));
      }
    }
    boolean whole = roots.stream().anyMatch(Root::isWhole);
    List<Path> files = whole ? List.of() : roots.stream().map(Root::path).distinct().toList();
    return new Source(first.source(), first.base(), first.isArchive(), files);
  }

  /** How large the archive is that it is; 0 where nobody can say. */
  long archiveBytes() {
    try {
      return Files.size(base);
    } catch (IOException e) {
      // Opening it meets the same, and says so.
      return 0;
    }
  }

  /** Has its files met, as far as it is no archive. */
  void walk(FolderWalk walk) {
    if (files.isEmpty()) {
      walk.walk(base);
    } else {
      walk.files(base, files);
    }
  }

  /** How its files are opened: who named a link on the command line meant what it points to. */
  FileAccess access(WalkPolicy policy) {
    return new FileAccess(policy.followLinks() || isArchive || !files.isEmpty());
  }
}
