package io.copyflow.broker;

import static io.copyflow.broker.LoopbackSockets.CLIENTS;
import static io.copyflow.broker.LoopbackSockets.CONTROLLER;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka: one node, broker and controller in one, on the loopback address of this machine,
 * with its data in a directory that survives restarts and {@code kill -9}.
 *
 * <pre>{@code
 * try (var data = DataDirectory.open(path);
 *     var broker = EmbeddedBroker.start(data, 0, line -> ...)) {
 *   connectTo(broker.bootstrapServer());
 * }
 * }</pre>
 *
 * It keeps what a process told it against the death of processes, not of the machine: like any
 * Kafka it leaves writing to disk to the operating system, and with one node there is no second
 * copy. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  private final LoopbackSockets sockets;
  private final FatalFaults faults;
  private final SharedServer shared;
  private final ControllerServer controller;
  private final BrokerServer broker;
  private final String bootstrapServer;

  private EmbeddedBroker(
      LoopbackSockets sockets,
      FatalFaults faults,
      SharedServer shared,
      ControllerServer controller,
      BrokerServer broker) {
    this.sockets = sockets;
    this.faults = faults;
    this.shared = shared;
    this.controller = controller;
    this.broker = broker;
    this.bootstrapServer = "127.0.0.1:" + sockets.port(CLIENTS);
  }

  /**
   * Starts it and returns when it takes requests.
   *
   * @param data where it keeps its data; must stay open longer than the broker
   * @param port to listen on, or 0 for any free one
   * @param onFailure told once, as one line, when the broker fails while it runs (a full disk).
   *     Called from one of Kafka's threads, which must not go on: end the process
   * @throws PortInUseException when the port is taken
   * @throws BrokerFailedException when it cannot start; the message says why
   */
  public static EmbeddedBroker start(DataDirectory data, int port, Consumer<String> onFailure)
      throws PortInUseException {
    var faults = new FatalFaults(DiskSpace.of(data.root()), onFailure);
    faults.install();
    try {
      return start(data, port, faults);
    } catch (PortInUseException e) {
      faults.close();
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      // InternalError: what a JVM makes of a full or broken disk behind mapped memory.
      faults.close();
      throw new BrokerFailedException(faults.startFailure(e), e);
    }
  }

  /** Address for clients: {@code host:port}. */
  public String bootstrapServer() {
    return bootstrapServer;
  }

  /** Stops it in order, within about 20 seconds; open transactions are left to their producers. */
  @Override
  public void close() {
    faults.close();
    broker.shutdown(SHUTDOWN);
    controller.shutdown();
    sockets.close();
    LOG.info("broker at {} stopped", bootstrapServer);
  }

  private static EmbeddedBroker start(DataDirectory data, int port, FatalFaults faults)
      throws IOException, PortInUseException {
    Storage.formatOnce(data.kafka());
    var sockets = LoopbackSockets.bind(port);
    try {
      return assemble(data, sockets, faults).startup(data);
    } catch (IOException | RuntimeException | InternalError e) {
      sockets.close();
      throw e;
    }
  }

  // What KafkaRaftServer does in its constructor, with our sockets and fault handlers instead of
  // its own, which cannot be passed in.
  private static EmbeddedBroker assemble(
      DataDirectory data, LoopbackSockets sockets, FatalFaults faults) throws IOException {
    int controllerPort = sockets.port(CONTROLLER);
    var config =
        new KafkaConfig(
            BrokerProperties.of(data.kafka(), sockets.port(CLIENTS), controllerPort), false);
    var directories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
    var clusterId = directories._1().clusterId().orElseThrow();
    var voter = Map.of(BrokerProperties.NODE_ID, sockets.address(CONTROLLER));
    var shared =
        new SharedServer(
            config,
            directories._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, clusterId),
            CompletableFuture.completedFuture(voter),
            List.of(),
            faults.handlers(),
            sockets);
    var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
    return new EmbeddedBroker(sockets, faults, shared, controller, new BrokerServer(shared));
  }

  private EmbeddedBroker startup(DataDirectory data) throws IOException {
    try {
      controller.startup();
      FormerRegistration.awaitEnd(shared.loader());
      broker.startup();
      data.announce(bootstrapServer);
      faults.running();
      LOG.info("broker at {}, data in {}", bootstrapServer, data.root());
      return this;
    } catch (IOException | RuntimeException e) {
      broker.shutdown(SHUTDOWN);
      controller.shutdown();
      throw e;
    }
  }
}
