package io.copyflow.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.http.Page;
import io.copyflow.http.Route;
import io.copyflow.topology.Lag;
import io.copyflow.topology.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * The answers to probes. All have the same body, so that whoever looks at one sees why; the status
 * is 200 for yes and 503 for no.
 *
 * <ul>
 *   <li><b>live</b>: no is a reason to restart this process. Restoring and rebalancing are alive,
 *       and so is a processor whose cluster is away: a restart would only begin again.
 *   <li><b>ready</b>: it works now.
 *   <li><b>started</b>: it has been running once since the process began.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class Health {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Progress progress = new Progress();
  private final Duration stall;
  private final InstantSource clock;
  private volatile @Nullable Supplier<Vitals> processor;
  private volatile boolean started;
  private volatile @Nullable Instant awaySince;
  private volatile List<Lag> lags = List.of();

  /**
   * Health of a process that does nothing yet.
   *
   * @param stall after so long without progress a processor is not alive
   */
  public Health(Duration stall, InstantSource clock) {
    this.stall = stall;
    this.clock = clock;
  }

  /** From now on there is a processor, which may not have started. */
  public void of(Supplier<Vitals> vitals) {
    processor = vitals;
  }

  /** The cluster was asked what waits. */
  public void saw(Vitals vitals, List<Lag> now) {
    progress.saw(clock.instant(), vitals, now);
    lags = now;
    awaySince = null;
  }

  /** The cluster did not answer. */
  public void sawNothing() {
    progress.sawNothing();
    awaySince = awaySince == null ? clock.instant() : awaySince;
  }

  /** For how long the processor has made no progress although records wait for it. */
  public Duration stalled() {
    return progress.stalled(clock.instant());
  }

  /** What waited for all instances when the cluster was asked last. */
  public List<Lag> lags() {
    return lags;
  }

  /** Since when the cluster has not answered; null when it does. */
  public @Nullable Instant awaySince() {
    return awaySince;
  }

  /** Where probes ask. */
  public List<Route> routes() {
    return List.of(
        Route.page("/health/live", () -> page(now().live())),
        Route.page("/health/ready", () -> page(now().ready())),
        Route.page("/health/started", () -> page(now().started())));
  }

  private record Answers(boolean live, boolean ready, boolean started) {}

  private Answers now() {
    var source = processor;
    if (source == null) {
      return new Answers(true, true, true);
    }
    KafkaStreams.State state = source.get().state();
    boolean running = state == KafkaStreams.State.RUNNING;
    started |= running;
    boolean moves = stalled().compareTo(stall) < 0;
    return new Answers(!isDead(state) && moves, running && moves && awaySince == null, started);
  }

  private static boolean isDead(KafkaStreams.State state) {
    return switch (state) {
      case ERROR, NOT_RUNNING, PENDING_ERROR -> true;
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> false;
    };
  }

  private Page page(boolean yes) {
    return Page.json(yes ? OK : UNAVAILABLE, json().toString());
  }

  private ObjectNode json() {
    Answers now = now();
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("live", now.live())
            .put("ready", now.ready())
            .put("started", now.started());
    var source = processor;
    if (source != null) {
      describe(body, source.get());
    }
    return body;
  }

  private void describe(ObjectNode body, Vitals vitals) {
    body.put("state", vitals.state().name());
    body.putObject("restore")
        .put("stores", vitals.restore().stores())
        .put("restored", vitals.restore().restored())
        .put("total", vitals.restore().total());
    Instant away = awaySince;
    body.put("clusterAwaySince", away == null ? null : away.toString());
    body.put("stalledSeconds", stalled().toSeconds());
    body.put("waitingRecords", lags.stream().mapToLong(Lag::records).sum());
    body.put("oldestWaitingSeconds", lags.stream().mapToLong(Lag::age).max().orElse(0) / 1000);
  }
}
