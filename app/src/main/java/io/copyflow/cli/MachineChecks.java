package io.copyflow.cli;

import io.copyflow.broker.DataDirectory;
import io.copyflow.broker.DataDirectoryException;
import io.copyflow.broker.DataDirectoryInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The doctor's look at this machine. Starts nothing, and creates no data directory. */
final class MachineChecks {

  private static final int OLDEST_JDK = 17;
  private static final long LITTLE_MEMORY = 256L << 20;
  private static final long LITTLE_SPACE = 1L << 30;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private MachineChecks() {}

  static Finding jdk() {
    var version = Runtime.version();
    String detail = version + " at " + System.getProperty("java.home");
    return version.feature() >= OLDEST_JDK
        ? Finding.ok("jdk", detail)
        : Finding.failed("jdk", detail + "; install JDK 17 or later and set JAVA_HOME");
  }

  static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    String detail = megabytes(heap) + " of heap at most";
    return heap >= LITTLE_MEMORY
        ? Finding.ok("memory", detail)
        : Finding.warning("memory", detail + "; give more with COPYFLOW_OPTS=-Xmx512m");
  }

  /** Whether names given as arguments arrive whole; names found in folders always do. */
  static Finding fileNames() {
    String encoding = System.getProperty("sun.jnu.encoding", "unknown");
    return Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8)
        ? Finding.ok("file names", "UTF-8")
        : Finding.warning(
            "file names",
            "this process reads arguments as %s; set LC_ALL=C.UTF-8, as the launcher does"
                .formatted(encoding));
  }

  static Finding port(int port) {
    String name = port == 0 ? "any free port" : "port " + port;
    try {
      new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK)).close();
      return Finding.ok("port", name + " on 127.0.0.1");
    } catch (IOException e) {
      return Finding.failed("port", name + " on 127.0.0.1 cannot be had: " + Failure.said(e));
    }
  }

  static Finding space(Path directory) {
    try {
      long usable = Files.getFileStore(existing(directory)).getUsableSpace();
      String detail = megabytes(usable) + " free for " + directory;
      return usable >= LITTLE_SPACE
          ? Finding.ok("disk", detail)
          : Finding.warning("disk", detail + "; a full disk stops the broker");
    } catch (IOException e) {
      return Finding.failed("disk", directory + ": " + Failure.said(e));
    }
  }

  static Finding dataDirectory(Path directory) {
    try {
      if (Files.isDirectory(directory) && !isEmpty(directory)) {
        DataDirectory.open(directory).close();
        return Finding.ok("data directory", directory + " is ours and free");
      }
      return notYet(directory);
    } catch (DataDirectoryInUseException e) {
      return Finding.ok("data directory", Failure.said(e));
    } catch (DataDirectoryException e) {
      return Finding.failed("data directory", Failure.said(e));
    } catch (IOException e) {
      return Finding.failed("data directory", directory + " cannot be read: " + Failure.said(e));
    }
  }

  /** Where the broker of the directory listens, if a process runs one. */
  static Optional<String> runningBroker(Path directory) {
    if (!Files.exists(directory.resolve("VERSION"))) {
      return Optional.empty();
    }
    try (var free = DataDirectory.open(directory)) {
      return Optional.empty();
    } catch (DataDirectoryInUseException e) {
      return e.bootstrapServer();
    } catch (DataDirectoryException e) {
      return Optional.empty();
    }
  }

  private static Finding notYet(Path directory) {
    Path existing = existing(directory);
    return Files.isDirectory(existing) && Files.isWritable(existing)
        ? Finding.ok("data directory", directory + " will be created by the first run")
        : Finding.failed(
            "data directory",
            directory + " cannot be created in " + existing + "; choose another with --data-dir");
  }

  private static Path existing(Path path) {
    return Stream.<Path>iterate(path, p -> p != null, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(path);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted(bytes >> 20);
  }
}
