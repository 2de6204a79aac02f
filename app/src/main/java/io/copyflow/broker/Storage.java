package io.copyflow.broker;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** Formats the broker's directory, once and wholly or not at all. */
final class Storage {

  private Storage() {}

  /**
   * Formats it unless it exists. The work is done aside and renamed: a format cut short leaves no
   * half-formatted directory behind, and is done again.
   */
  static void formatOnce(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path aside = directory.resolveSibling(directory.getFileName() + ".formatting");
    deleteTree(aside);
    format(aside);
    Files.move(aside, directory, ATOMIC_MOVE);
  }

  private static void format(Path directory) throws IOException {
    var formatter =
        new Formatter()
            .setNodeId(BrokerProperties.NODE_ID)
            .setClusterId(Uuid.randomUuid().toString())
            .setReleaseVersion(MetadataVersion.latestProduction())
            .setControllerListenerName(LoopbackSockets.CONTROLLER)
            .setMetadataLogDirectory(directory.toString())
            .addDirectory(directory.toString())
            .setPrintStream(new PrintStream(OutputStream.nullOutputStream()));
    try {
      formatter.run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + directory + ": " + e.getMessage(), e);
    }
  }

  private static void deleteTree(Path top) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
