package io.copyflow.monitor;

import io.copyflow.health.Health;
import io.copyflow.metrics.Gauges;
import io.copyflow.metrics.StateFolder;
import io.copyflow.topology.Lag;
import io.copyflow.topology.LagReader;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.Vitals;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a processor and at what waits for it on the cluster. Used by one thread. */
final class ProcessorWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorWatch.class);

  private final Pipeline pipeline;
  private final Health health;
  private final Gauges gauges;
  private @Nullable LagReader lags;
  private boolean away;

  ProcessorWatch(Pipeline pipeline, Health health, Gauges gauges) {
    this.pipeline = pipeline;
    this.health = health;
    this.gauges = gauges;
  }

  void look() throws InterruptedException {
    Vitals vitals = pipeline.vitals();
    try {
      List<Lag> now = reader().read();
      health.saw(vitals, now);
      gauges.saw(vitals.restore(), health.stalled(), now, StateFolder.at(pipeline.stateDir()));
      told(false, "");
    } catch (KafkaException | IllegalStateException e) {
      health.sawNothing();
      gauges.sawNothing(vitals.restore());
      told(true, String.valueOf(e.getMessage()));
    }
  }

  /** Said once when it goes and once when it is back, not in each round. */
  private void told(boolean awayNow, String why) {
    if (awayNow && !away) {
      LOG.warn("the cluster does not answer: {}", why);
    } else if (!awayNow && away) {
      LOG.info("the cluster answers again");
    }
    away = awayNow;
  }

  private LagReader reader() {
    if (lags == null) {
      lags = pipeline.lagReader();
    }
    return lags;
  }

  @Override
  public void close() {
    if (lags != null) {
      lags.close();
    }
  }
}
