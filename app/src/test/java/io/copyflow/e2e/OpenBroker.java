package io.copyflow.e2e;

import io.copyflow.broker.DataDirectory;
import io.copyflow.broker.EmbeddedBroker;
import java.nio.file.Path;

/** A broker in the test's process, with its data directory. */
final class OpenBroker implements AutoCloseable {

  private final DataDirectory data;
  private final EmbeddedBroker broker;

  private OpenBroker(DataDirectory data, EmbeddedBroker broker) {
    this.data = data;
    this.broker = broker;
  }

  static OpenBroker in(Path directory) throws Exception {
    var data = DataDirectory.open(directory);
    return new OpenBroker(data, EmbeddedBroker.start(data, 0, System.err::println));
  }

  String address() {
    return broker.bootstrapServer();
  }

  @Override
  public void close() {
    broker.close();
    data.close();
  }
}
