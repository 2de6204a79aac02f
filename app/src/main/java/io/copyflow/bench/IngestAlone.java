package io.copyflow.bench;

import io.copyflow.ingest.Ingest;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ingest alone: the corpus's files to the raw topic. */
final class IngestAlone implements Work {

  private @Nullable Ingest ingest;
  private List<Root> roots = List.of();

  @Override
  public void open(Round round) {
    roots = List.of(Root.of(Path.of(round.files()), "bench", false));
    ingest = of(round);
  }

  static Ingest of(Round round) {
    var settings = round.work();
    return new Ingest(
        settings.ingest(round.bootstrap()),
        settings.topics(),
        Wire.singleObject(),
        Progress.silent());
  }

  @Override
  public void finish() {
    if (ingest != null && ingest.once(roots).sent() == 0) {
      throw new IllegalStateException("nothing was sent");
    }
  }

  @Override
  public void close() {
    if (ingest != null) {
      ingest.close();
    }
  }
}
