package io.copyflow.broker;

import static io.copyflow.broker.LoopbackSockets.CLIENTS;
import static io.copyflow.broker.LoopbackSockets.CONTROLLER;

import io.copyflow.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** The broker's configuration: what {@code broker.properties} says, and what only we know. */
final class BrokerProperties {

  static final int NODE_ID = 1;

  private BrokerProperties() {}

  static Properties of(Path logDirectory, int clientPort, int controllerPort) throws IOException {
    var all = new Properties();
    try (var fixed = BrokerProperties.class.getResourceAsStream("broker.properties")) {
      all.load(fixed);
    }
    String clients = CLIENTS + "://127.0.0.1:" + clientPort;
    all.setProperty("node.id", Integer.toString(NODE_ID));
    all.setProperty("log.dirs", logDirectory.toString());
    all.setProperty("listeners", clients + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    all.setProperty("advertised.listeners", clients);
    all.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    all.setProperty("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
    return all;
  }
}
