package io.copyflow.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The directory that holds everything Copyflow keeps on this machine, held by one process at a
 * time.
 *
 * <pre>
 * VERSION   layout of this directory, a number
 * lock      locked by the process that uses it; says which, and where its broker listens
 * kafka/    the broker's log segments
 * state/    the processor's stores, rebuilt from Kafka when lost
 * logs/     what Kafka and Copyflow have to say
 * </pre>
 *
 * Survives {@code kill -9} at any moment: the lock goes with its process, and every other file is
 * written aside and renamed.
 */
public final class DataDirectory implements AutoCloseable {

  /** Layout that this build writes; it reads all up to this one. */
  static final int VERSION = 1;

  private static final String VERSION_FILE = "VERSION";
  private static final Set<String> MAY_PRECEDE_VERSION =
      Set.of(DirectoryLock.FILE, "VERSION.tmp", "lost+found");

  private final Path root;
  private final DirectoryLock lock;

  private DataDirectory(Path root, DirectoryLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Where data is kept unless told otherwise: {@code $XDG_DATA_HOME/copyflow}, else {@code
   * ~/.local/share/copyflow}.
   *
   * @param environment the process's environment
   * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory
   *     Specification</a>, which says that a relative path there is to be ignored
   */
  public static Path standard(Map<String, String> environment) {
    String dataHome = environment.getOrDefault("XDG_DATA_HOME", "");
    return Path.of(dataHome).isAbsolute()
        ? Path.of(dataHome, "copyflow")
        : Path.of(System.getProperty("user.home"), ".local", "share", "copyflow");
  }

  /**
   * Opens a directory, creating it where it does not exist, and holds it until closed.
   *
   * @throws DataDirectoryInUseException when another process holds it
   * @throws DataDirectoryException when it cannot be written, is no directory of ours, or was
   *     written by a later version
   */
  public static DataDirectory open(Path path) throws DataDirectoryException {
    Path root = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      requireOurs(root);
      var lock = DirectoryLock.acquire(root);
      try {
        writeVersion(root);
      } catch (IOException e) {
        lock.close();
        throw e;
      }
      return new DataDirectory(root, lock);
    } catch (IOException e) {
      throw new DataDirectoryException(root, reason(e), e);
    }
  }

  /** The directory itself, absolute. */
  public Path root() {
    return root;
  }

  /** The broker's log segments. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** The processor's stores. */
  public Path state() {
    return root.resolve("state");
  }

  /** Log files. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Tells other processes where the broker of this directory listens. */
  void announce(String bootstrapServer) throws IOException {
    lock.announce(bootstrapServer);
  }

  /** Lets other processes have it. Never throws. */
  @Override
  public void close() {
    lock.close();
  }

  private static void requireOurs(Path root) throws IOException, DataDirectoryException {
    if (Files.exists(root.resolve(VERSION_FILE))) {
      requireReadable(root, Files.readString(root.resolve(VERSION_FILE), UTF_8).strip());
      return;
    }
    try (var entries = Files.list(root)) {
      var foreign =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !MAY_PRECEDE_VERSION.contains(name))
              .findFirst();
      if (foreign.isPresent()) {
        throw new DataDirectoryException(
            root,
            "holds other files ("
                + foreign.get()
                + ") and is not a Copyflow data directory; choose an empty one with --data-dir");
      }
    }
  }

  private static void requireReadable(Path root, String version) throws DataDirectoryException {
    if (!version.matches("[1-9][0-9]{0,8}")) {
      throw new DataDirectoryException(
          root, "its VERSION file is damaged; write " + VERSION + " into it if the data is yours");
    }
    if (Integer.parseInt(version) > VERSION) {
      throw new DataDirectoryException(
          root,
          "written by a later Copyflow (layout %s, this one reads up to %d); use that one"
              .formatted(version, VERSION));
    }
  }

  private static void writeVersion(Path root) throws IOException {
    Path version = root.resolve(VERSION_FILE);
    if (!Files.exists(version)) {
      Path aside = root.resolve(VERSION_FILE + ".tmp");
      Files.writeString(aside, VERSION + "\n", UTF_8);
      Files.move(aside, version, ATOMIC_MOVE, REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission to read and write it; change that, or choose another with --data-dir";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way; move it, or choose another with --data-dir";
    }
    if (e instanceof NoSuchFileException) {
      return "cannot be created; choose another with --data-dir";
    }
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return (said == null ? e.getClass().getSimpleName() : said)
        + "; mend that, or choose another with --data-dir";
  }
}
