package io.copyflow.monitor;

import io.copyflow.action.Actions;
import io.copyflow.console.Reach;
import io.copyflow.health.Health;
import io.copyflow.http.HttpService;
import io.copyflow.http.HttpUnavailableException;
import io.copyflow.http.Route;
import io.copyflow.metrics.Metrics;
import io.copyflow.topology.Pipeline;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of this process, as long as it is open: a console, metrics and health over
 * HTTP. Its server answers before the processor starts, and while it restores. Thread-safe.
 */
public final class Monitor implements AutoCloseable {

  private final Metrics metrics;
  private final @Nullable HttpService service;
  private final @Nullable ProcessorWatch watch;
  private final @Nullable ConsoleWatch console;
  private final @Nullable Rounds rounds;

  private Monitor(
      Metrics metrics,
      @Nullable HttpService service,
      @Nullable ProcessorWatch watch,
      @Nullable ConsoleWatch console,
      @Nullable Rounds rounds) {
    this.metrics = metrics;
    this.service = service;
    this.watch = watch;
    this.console = console;
    this.rounds = rounds;
  }

  /**
   * Watches a processor.
   *
   * @param metrics those that the processor tells; closed with this
   * @param reach what the console reads when it is asked
   * @param actions what may be done from the console; closed with this
   * @param more routes beside those of console, metrics and health
   * @throws HttpUnavailableException when it cannot listen where the settings say
   */
  public static Monitor of(
      Pipeline pipeline,
      MonitorSettings settings,
      Metrics metrics,
      Reach reach,
      Actions actions,
      List<Route> more)
      throws HttpUnavailableException {
    if (!settings.http().isOn()) {
      actions.close();
      return new Monitor(metrics, null, null, null, null);
    }
    var health = new Health(settings.stall(), InstantSource.system());
    health.of(pipeline::vitals);
    var console = new ConsoleWatch(pipeline, health, metrics, reach, actions);
    var routes = new ArrayList<>(more);
    routes.addAll(console.routes());
    var service = HttpService.start(settings.http(), routes(metrics, health, routes));
    var watch = new ProcessorWatch(pipeline, health, metrics.gauges());
    return new Monitor(
        metrics,
        service,
        watch,
        console.start(settings.interval()),
        new Rounds(settings.interval(), watch::look));
  }

  private static List<Route> routes(Metrics metrics, Health health, List<Route> more) {
    var routes = new ArrayList<Route>(more);
    routes.add(metrics.route());
    routes.addAll(health.routes());
    return routes;
  }

  /** Where it is served: {@code http://127.0.0.1:41234}; empty when it is switched off. */
  public Optional<String> address() {
    return Optional.ofNullable(service).map(HttpService::address);
  }

  @Override
  public void close() {
    if (console != null) {
      console.close();
    }
    if (rounds != null) {
      rounds.close();
    }
    if (watch != null) {
      watch.close();
    }
    if (service != null) {
      service.close();
    }
    metrics.close();
  }
}
