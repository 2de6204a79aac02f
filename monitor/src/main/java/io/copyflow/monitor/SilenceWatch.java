package io.copyflow.monitor;

import io.copyflow.metrics.SourceGauges;
import io.copyflow.silence.Arrivals;
import io.copyflow.silence.Silence;
import io.copyflow.silence.SourceState;
import io.copyflow.topics.Topics;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks which sources are silent, tells the metrics, and says in the log when one falls silent and
 * when it is back. Used by one thread, but for {@link #states}.
 */
final class SilenceWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

  private final Silence silence = new Silence();
  private final Arrivals arrivals;
  private final SourceGauges gauges;
  private final InstantSource clock;
  private final Set<String> silent = new HashSet<>();
  private boolean isBlind;
  private volatile List<SourceState> states = List.of();

  SilenceWatch(
      Topics topics, Map<String, Object> client, SourceGauges gauges, InstantSource clock) {
    this.arrivals = new Arrivals(topics, client, silence);
    this.gauges = gauges;
    this.clock = clock;
  }

  void look() {
    try {
      arrivals.read(clock.instant());
      isBlind = false;
    } catch (InterruptException e) {
      // The watch ends; the thread's mark is set again.
      return;
    } catch (KafkaException e) {
      // Without news from the cluster nobody is silent: what was seen last stands.
      if (!isBlind) {
        LOG.warn("cannot see what is ingested, so no source is missed: {}", e.getMessage());
      }
      isBlind = true;
      return;
    }
    states = silence.states(clock.instant());
    states.forEach(this::tell);
    gauges.saw(states);
  }

  private void tell(SourceState state) {
    if (!state.silent()) {
      if (silent.remove(state.source())) {
        LOG.info("source {} is back", state.source());
      }
    } else if (silent.add(state.source())) {
      LOG.warn(
          "source {} is silent since {}; it was due at {}, and usually something would have come in"
              + " {} minutes since",
          state.source(),
          state.last(),
          state.due(),
          Math.round(state.missed()));
    }
  }

  /** How all sources did when they were looked at last, by name. */
  List<SourceState> states() {
    return states;
  }

  @Override
  public void close() {
    arrivals.close();
  }
}
