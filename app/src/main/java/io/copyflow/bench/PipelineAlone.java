package io.copyflow.bench;

import io.copyflow.extract.Extractor;
import io.copyflow.metrics.Metrics;
import io.copyflow.topology.Pipeline;
import io.copyflow.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The processor: raw records to articles and outcomes. */
final class PipelineAlone implements Work {

  private @Nullable Pipeline pipeline;

  @Override
  public void open(Round round) throws InterruptedException {
    pipeline = of(round);
    pipeline.start();
    pipeline.awaitDrained();
  }

  static Pipeline of(Round round) {
    var settings = round.work();
    return new Pipeline(
        settings.processor(round.bootstrap(), round.stateFolder()),
        settings.topics(),
        Wire.singleObject(),
        new Extractor(settings.limits()),
        // As process runs it: measuring itself is part of the cost.
        new Metrics().processor());
  }

  @Override
  public void finish() throws InterruptedException {
    if (pipeline != null) {
      pipeline.awaitDrained();
    }
  }

  @Override
  public void close() {
    if (pipeline != null) {
      pipeline.close();
    }
  }
}
