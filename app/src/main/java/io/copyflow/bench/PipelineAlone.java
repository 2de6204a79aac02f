package io.copyflow.bench;

import io.copyflow.extract.Extractor;
import io.copyflow.metrics.Metrics;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineObserver;
import io.copyflow.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The processor: raw records to articles and outcomes. */
final class PipelineAlone implements Work {

  private @Nullable Pipeline pipeline;
  private @Nullable Metrics metrics;

  @Override
  public void open(Round round) throws InterruptedException {
    // As process runs it: measuring itself is part of the cost.
    metrics = new Metrics();
    pipeline = of(round, metrics.processor());
    pipeline.start();
    pipeline.awaitDrained();
  }

  private static Pipeline of(Round round, PipelineObserver observer) {
    var settings = round.work();
    return new Pipeline(
        settings.processor(round.bootstrap(), round.stateFolder()),
        settings.topics(),
        Wire.singleObject(),
        new Extractor(settings.limits()),
        observer);
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
    if (metrics != null) {
      metrics.close();
    }
  }
}
