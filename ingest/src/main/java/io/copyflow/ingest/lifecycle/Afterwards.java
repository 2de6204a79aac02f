package io.copyflow.ingest.lifecycle;

import io.copyflow.ingest.failure.IngestUsageException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to do with files afterwards.
 *
 * @param deletes whether files that are in Kafka are deleted
 * @param done where files that are in Kafka are moved to; null when they are not moved
 * @param failed where files that cannot be ingested are moved to; null when they stay
 */
public record Afterwards(boolean deletes, @Nullable Path done, @Nullable Path failed) {

  private static final String MOVE = "move:";

  /** Files stay as they are. */
  public static final Afterwards KEEP = new Afterwards(false, null, null);

  /**
   * What text asks for.
   *
   * @param after {@code keep}, {@code delete} or {@code move:DIR}
   * @param failed a folder; empty for the default, which for {@code move:DIR} is {@code DIR-failed}
   *     and otherwise none
   * @throws IngestUsageException when it is something else
   */
  public static Afterwards of(String after, String failed) {
    if (after.equals("keep") && failed.isEmpty()) {
      return KEEP;
    }
    if (after.equals("delete") || after.equals("keep")) {
      return new Afterwards(after.equals("delete"), null, failed.isEmpty() ? null : folder(failed));
    }
    if (after.startsWith(MOVE) && after.length() > MOVE.length()) {
      Path done = folder(after.substring(MOVE.length()));
      return new Afterwards(
          false,
          done,
          failed.isEmpty() ? done.resolveSibling(done.getFileName() + "-failed") : folder(failed));
    }
    throw new IngestUsageException(
        "after=%s is not known; allowed: keep, delete, move:DIR".formatted(after));
  }

  /** Whether it touches files at all. */
  public boolean touchesFiles() {
    return deletes || done != null || failed != null;
  }

  private static Path folder(String name) {
    Path folder = Path.of(name).toAbsolutePath().normalize();
    if (folder.getFileName() == null) {
      throw new IngestUsageException(
          "files cannot be moved to " + name + "; name a folder below it");
    }
    return folder;
  }
}
