package io.copyflow.monitor;

import io.copyflow.action.Actions;
import io.copyflow.console.Console;
import io.copyflow.console.Look;
import io.copyflow.console.Reach;
import io.copyflow.health.Health;
import io.copyflow.http.Route;
import io.copyflow.metrics.Metrics;
import io.copyflow.topology.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The console of one processor, told once a second how that is. */
final class ConsoleWatch implements AutoCloseable {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Pipeline pipeline;
  private final Health health;
  private final Metrics metrics;
  private final InstanceWatch instances;
  private final Console console;
  private final List<Rounds> rounds = new ArrayList<>();

  ConsoleWatch(Pipeline pipeline, Health health, Metrics metrics, Reach reach, Actions actions) {
    this.pipeline = pipeline;
    this.health = health;
    this.metrics = metrics;
    this.instances = new InstanceWatch(pipeline);
    this.console = new Console(this::look, reach, actions);
  }

  private Look look() {
    return new Look(
        Instant.now(),
        metrics.counts(),
        pipeline.vitals(),
        health.lags(),
        health.stalled(),
        health.awaySince(),
        instances.instances());
  }

  List<Route> routes() {
    return console.routes();
  }

  /**
   * Begins to look.
   *
   * @param interval between two questions to the cluster
   */
  ConsoleWatch start(Duration interval) {
    rounds.add(new Rounds(interval, instances::look));
    rounds.add(new Rounds(SECOND, console::tick));
    return this;
  }

  @Override
  public void close() {
    rounds.forEach(Rounds::close);
    console.close();
    instances.close();
  }
}
