package io.copyflow.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Who this instance is to its consumer group, from start to start: the name lives as long as the
 * state folder, because the name is what brings the state's partitions back (KIP-345).
 */
final class InstanceId {

  private static final String FILE = "instance.id";

  private InstanceId() {}

  /** The id kept in a state folder; the first call makes it. */
  static String in(Path stateDir) {
    try {
      Path file = stateDir.resolve(FILE);
      if (!Files.exists(file)) {
        Files.createDirectories(stateDir);
        Path draft = Files.createTempFile(stateDir, FILE, ".tmp");
        Files.writeString(draft, UUID.randomUUID().toString());
        // Whole or not at all, whenever the process is killed.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the state folder " + stateDir, e);
    }
  }
}
