package io.copyflow.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lock on a data directory: a lock of the operating system, so that it ends with its process
 * however that ends. The file's two lines, pid and bootstrap address, are for people and for
 * clients; the lock does not depend on them.
 */
final class DirectoryLock implements AutoCloseable {

  static final String FILE = "lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  static DirectoryLock acquire(Path root) throws IOException, DataDirectoryInUseException {
    Path file = root.resolve(FILE);
    var channel = FileChannel.open(file, CREATE, READ, WRITE);
    try {
      if (tryLock(channel) == null) {
        throw inUse(root, file);
      }
      var lock = new DirectoryLock(channel);
      lock.write(ownPid() + "\n");
      return lock;
    } catch (IOException | DataDirectoryInUseException e) {
      channel.close();
      throw e;
    }
  }

  void announce(String bootstrapServer) throws IOException {
    write(ownPid() + "\n" + bootstrapServer + "\n");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process anyway, and there is nobody to tell.
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private void write(String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
  }

  private static DataDirectoryInUseException inUse(Path root, Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    return new DataDirectoryInUseException(
        root,
        lines.stream().findFirst().filter(line -> line.matches("[0-9]{1,18}")).map(Long::valueOf),
        lines.stream().skip(1).findFirst());
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }
}
