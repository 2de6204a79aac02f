package io.copyflow.cli;

import io.copyflow.broker.DataDirectory;
import io.copyflow.broker.DataDirectoryException;
import io.copyflow.broker.DataDirectoryInUseException;
import io.copyflow.broker.EmbeddedBroker;
import io.copyflow.broker.PortInUseException;
import io.copyflow.logging.Logs;
import io.copyflow.settings.Settings;
import io.copyflow.topics.TopicAdmin;
import java.util.Map;

/** The cluster that a command works with, open as long as the command runs. */
sealed interface Cluster extends AutoCloseable {

  /** Address for clients. */
  String bootstrapServer();

  /** Never throws. */
  @Override
  void close();

  /** Somebody else's: it runs before and after us. */
  record Remote(String bootstrapServer) implements Cluster {
    @Override
    public void close() {}
  }

  /** The broker in this process. */
  record Embedded(EmbeddedBroker broker, DataDirectory data) implements Cluster {
    @Override
    public String bootstrapServer() {
      return broker.bootstrapServer();
    }

    /** Creates what is missing first; nobody else will on a broker that is ours alone. */
    @Override
    public void prepareTopics(Settings settings) throws CommandFailedException {
      try (var admin = TopicAdmin.connect(settings.topics(), client(settings))) {
        var unused = admin.create();
      }
      Cluster.super.prepareTopics(settings);
    }

    @Override
    public void close() {
      broker.close();
      data.close();
    }
  }

  /**
   * The cluster that the settings name; where they name none, that of the data directory: of the
   * process that runs it, or started here.
   */
  static Cluster open(Settings settings, Terminal terminal)
      throws DataDirectoryException, PortInUseException {
    var named = settings.bootstrapServer();
    if (named.isPresent()) {
      return new Remote(named.get());
    }
    try {
      return embedded(settings, terminal);
    } catch (DataDirectoryInUseException e) {
      return new Remote(e.bootstrapServer().orElseThrow(() -> e));
    }
  }

  /** The broker of the data directory, in this process. */
  static Embedded embedded(Settings settings, Terminal terminal)
      throws DataDirectoryException, PortInUseException {
    var data = DataDirectory.open(settings.dataDirectory(terminal.environment()));
    try {
      Logs.toFile(data.logs());
      var broker = EmbeddedBroker.start(data, settings.port(), line -> die(terminal, line));
      return new Embedded(broker, data);
    } catch (PortInUseException | RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Makes sure, before anything is written, that the topics are as the catalogue has them. */
  default void prepareTopics(Settings settings) throws CommandFailedException {
    try (var admin = TopicAdmin.connect(settings.topics(), client(settings))) {
      var problems = admin.check();
      if (!problems.isEmpty()) {
        throw new CommandFailedException(ExitCode.FAILED, problems.get(0).line());
      }
    }
  }

  /** Configuration of a client of this cluster. */
  default Map<String, Object> client(Settings settings) {
    return settings.client(bootstrapServer());
  }

  // Without an orderly end: that needs the broker, which is the one thing that is gone.
  private static void die(Terminal terminal, String line) {
    terminal.say(line);
    terminal.err().flush();
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }
}
