package io.copyflow.monitor;

import io.copyflow.topology.Pipeline;
import io.copyflow.topology.Processors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the cluster how many instances share a processor's work. Asked by one thread. */
final class InstanceWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InstanceWatch.class);

  private final Pipeline pipeline;
  private @Nullable Processors processors;
  private volatile int instances;

  InstanceWatch(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  void look() {
    try {
      if (processors == null) {
        processors = pipeline.processors();
      }
      instances = processors.instances();
    } catch (KafkaException e) {
      // Whoever watches the cluster says that it is away; the last answer stands.
      LOG.debug("nobody says how many instances there are", e);
    }
  }

  /** As the cluster said last; 0 before it has. Called by any thread. */
  int instances() {
    return instances;
  }

  @Override
  public void close() {
    if (processors != null) {
      processors.close();
    }
  }
}
