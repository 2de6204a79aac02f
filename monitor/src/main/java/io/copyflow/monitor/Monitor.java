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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators see of this process, as long as it is open: a console, metrics and health over
 * HTTP. Its server answers before the processor starts, and while it restores. Thread-safe.
 */
public final class Monitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

  private final @Nullable HttpService service;
  private final List<AutoCloseable> parts;

  /** Parts are closed in the order in which they are given. */
  private Monitor(@Nullable HttpService service, List<AutoCloseable> parts) {
    this.service = service;
    this.parts = parts;
  }

  /**
   * Watches a processor, what waits for it, and the sources that feed it.
   *
   * @param metrics those that the processor tells; closed with this
   * @param reach what the console and the watch of sources read
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
      return new Monitor(null, List.of(metrics));
    }
    var clock = InstantSource.system();
    var health = new Health(settings.stall(), clock);
    health.of(pipeline::vitals);
    var console = new ConsoleWatch(pipeline, health, metrics, reach, actions);
    var sources = new SilenceWatch(reach.topics(), reach.client(), metrics.sources(), clock);
    var watch = new ProcessorWatch(pipeline, health, metrics.gauges());
    var routes = new ArrayList<>(more);
    routes.addAll(console.routes());
    routes.add(SourcesPage.route(sources::states));
    List<AutoCloseable> parts = List.of(console, sources, watch, metrics);
    HttpService service = serve(settings, metrics, health, routes, parts);
    var rounds =
        List.of(
            new Rounds(settings.interval(), watch::look),
            new Rounds(settings.interval(), sources::look));
    console.start(settings.interval());
    var all = new ArrayList<AutoCloseable>(rounds);
    all.add(service);
    all.addAll(parts);
    return new Monitor(service, all);
  }

  /**
   * Watches a process that has no processor: nothing restores there, so it is alive and ready.
   *
   * @param metrics those that it tells; closed with this
   * @throws HttpUnavailableException when it cannot listen where the settings say
   */
  public static Monitor of(MonitorSettings settings, Metrics metrics)
      throws HttpUnavailableException {
    if (!settings.http().isOn()) {
      return new Monitor(null, List.of(metrics));
    }
    var health = new Health(settings.stall(), InstantSource.system());
    HttpService service = serve(settings, metrics, health, List.of(), List.of(metrics));
    return new Monitor(service, List.of(service, metrics));
  }

  private static HttpService serve(
      MonitorSettings settings,
      Metrics metrics,
      Health health,
      List<Route> more,
      List<AutoCloseable> parts)
      throws HttpUnavailableException {
    var routes = new ArrayList<>(more);
    routes.add(metrics.route());
    routes.addAll(health.routes());
    try {
      return HttpService.start(settings.http(), routes);
    } catch (HttpUnavailableException e) {
      close(parts);
      throw e;
    }
  }

  /** Where it is served: {@code http://127.0.0.1:41234}; empty when it is switched off. */
  public Optional<String> address() {
    return Optional.ofNullable(service).map(HttpService::address);
  }

  /** Never throws. */
  @Override
  public void close() {
    close(parts);
  }

  private static void close(List<AutoCloseable> parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("a part of the monitor did not close in order", e);
      }
    }
  }
}
