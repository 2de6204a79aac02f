package io.copyflow.broker;

import java.nio.file.Path;
import java.util.Optional;

/** Another living process holds the data directory. */
public final class DataDirectoryInUseException extends DataDirectoryException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<String> bootstrapServer;

  DataDirectoryInUseException(Path directory, Optional<Long> pid, Optional<String> bootstrap) {
    super(
        directory,
        "in use by "
            + pid.map(id -> "process " + id).orElse("another process")
            + bootstrap.map(address -> " (broker at " + address + ")").orElse("")
            + "; stop it, or choose another with --data-dir");
    this.bootstrapServer = bootstrap;
  }

  /** Where the holder's broker listens, once it does. */
  public Optional<String> bootstrapServer() {
    return bootstrapServer;
  }
}
