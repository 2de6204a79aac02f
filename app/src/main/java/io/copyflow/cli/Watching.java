package io.copyflow.cli;

import io.copyflow.broker.BrokerFigures;
import io.copyflow.console.Reach;
import io.copyflow.http.HttpUnavailableException;
import io.copyflow.metrics.Metrics;
import io.copyflow.metrics.Own;
import io.copyflow.monitor.Monitor;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.replay.Site;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineObserver;
import io.copyflow.wire.Wire;
import java.util.List;

/** Opens what operators see of a command, and says where it is. */
final class Watching {

  private Watching() {}

  /** Who is told what a processor does; nobody where nobody can ask. */
  static PipelineObserver observer(Settings loaded, Metrics metrics) {
    return loaded.monitor().http().isOn() ? metrics.processor() : PipelineObserver.NONE;
  }

  static Monitor processor(
      Pipeline pipeline, Settings loaded, Cluster cluster, Metrics metrics, Terminal terminal)
      throws HttpUnavailableException, ProfilesException {
    Site site = ReplaySubcommand.site(loaded, cluster, terminal);
    var rules = new ExtractionRules(site.extractor());
    var wire = Wire.of(loaded.registry());
    var reach = new Reach(loaded.topics(), wire, cluster.client(loaded), rules);
    var actions = ConsoleActions.of(site, loaded, cluster, terminal);
    return said(
        Monitor.of(pipeline, loaded.monitor(), metrics, reach, actions, List.of()),
        "console, metrics and health",
        terminal);
  }

  static Monitor ingest(Settings loaded, Metrics metrics, Terminal terminal)
      throws HttpUnavailableException {
    return said(Monitor.of(loaded.monitor(), metrics), "metrics and health", terminal);
  }

  private static Monitor said(Monitor monitor, String what, Terminal terminal) {
    monitor.address().ifPresent(at -> terminal.err().printf("copyflow: %s at %s%n", what, at));
    return monitor;
  }

  /** The broker in this process counts what it does; others' brokers have JMX for that. */
  static void broker(Metrics metrics) {
    metrics.watch(Own.BROKER_MESSAGES, List.of(), () -> BrokerFigures.count("MessagesInPerSec"));
    metrics.watch(Own.BROKER_BYTES_IN, List.of(), () -> BrokerFigures.count("BytesInPerSec"));
    metrics.watch(Own.BROKER_BYTES_OUT, List.of(), () -> BrokerFigures.count("BytesOutPerSec"));
    for (String request : List.of("Produce", "Fetch")) {
      List<String> label = List.of("request", request);
      metrics.watch(
          Own.BROKER_FAILED,
          label,
          () -> BrokerFigures.count("Failed" + request + "RequestsPerSec"));
      metrics.watch(Own.BROKER_REQUEST, label, () -> BrokerFigures.requestSeconds(request));
    }
    metrics.watch(Own.BROKER_IDLE, List.of(), BrokerFigures::idle);
    metrics.watch(Own.BROKER_OFFLINE, List.of(), BrokerFigures::offlinePartitions);
    metrics.watch(Own.BROKER_LOG_BYTES, List.of(), BrokerFigures::logBytes);
  }
}
