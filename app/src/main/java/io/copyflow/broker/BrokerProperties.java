package io.copyflow.broker;

import static io.copyflow.broker.LoopbackSockets.CLIENTS;
import static io.copyflow.broker.LoopbackSockets.CONTROLLER;

import io.copyflow.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Configuration of a broker that shares one small machine with everything else. */
final class BrokerProperties {

  static final int NODE_ID = 1;

  private static final String ONE = "1";

  private BrokerProperties() {}

  static Map<String, String> of(Path logDirectory, int clientPort, int controllerPort) {
    var all = new HashMap<String, String>();
    all.putAll(node(logDirectory, clientPort, controllerPort));
    all.putAll(internalTopics());
    all.putAll(storage());
    all.putAll(smallMachine());
    return all;
  }

  private static Map<String, String> node(Path logDirectory, int clientPort, int controllerPort) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "log.dirs",
        logDirectory.toString(),
        "listeners",
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(CLIENTS, clientPort, CONTROLLER, controllerPort),
        "advertised.listeners",
        "%s://127.0.0.1:%d".formatted(CLIENTS, clientPort),
        "listener.security.protocol.map",
        CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
        "inter.broker.listener.name",
        CLIENTS,
        "controller.listener.names",
        CONTROLLER,
        "controller.quorum.voters",
        NODE_ID + "@127.0.0.1:" + controllerPort,
        // After kill -9 the controller waits for the dead broker's session before it takes the new
        // one.
        "broker.session.timeout.ms",
        "6000");
  }

  private static Map<String, String> internalTopics() {
    return Map.of(
        "offsets.topic.replication.factor", ONE,
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.replication.factor", ONE,
        "transaction.state.log.min.isr", ONE,
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.replication.factor", ONE,
        "share.coordinator.state.topic.min.isr", ONE,
        "default.replication.factor", ONE,
        // A topic that nobody declared is a typing error, not a wish.
        "auto.create.topics.enable", "false");
  }

  private static Map<String, String> storage() {
    return Map.of(
        "message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES),
        // Bounds what has to be read again after kill -9: one active segment a partition.
        "log.segment.bytes", Integer.toString(128 << 20),
        "metadata.log.segment.bytes", Integer.toString(32 << 20),
        "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
        // Nobody waits longer than this for a transaction whose producer has vanished.
        "transaction.max.timeout.ms", "60000");
  }

  private static Map<String, String> smallMachine() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2",
        "group.coordinator.threads", ONE,
        "share.coordinator.threads", ONE,
        // One consumer is the whole group here: nothing to wait for.
        "group.initial.rebalance.delay.ms", "0");
  }
}
