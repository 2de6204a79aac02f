package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copyflow.topics.Topics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What takes a process of its own: little memory, few rights. */
@Timeout(300)
class IngestProcessTest {

  @RegisterExtension static final TestBroker BROKER = TestBroker.SHARED;

  /** 2^30 bytes of zero. */
  private static final String GIBIBYTE =
      "49bc20df15e412a64472421e13fe86ff1c5165e18b2afccf160d4dc19fe68a14";

  /**
   * What must not be held; the second compiler is needed for a SHA-256 at the processor's speed.
   */
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m", "-XX:+UseSerialGC");

  @TempDir Path folder;
  private Path inbox;
  private Path failed;
  private String prefix;
  private Topics topics;

  @BeforeEach
  void createTopics() throws Exception {
    prefix = "test" + UUID.randomUUID() + ".";
    topics = BROKER.create(prefix);
    inbox = Files.createDirectory(folder.resolve("inbox"));
    failed = folder.resolve("failed");
  }

  /** One larger than an int can say, and a member of an archive. */
  @Test
  void hugeFiles_areHashedInLittleMemory() throws Exception {
    try (var file = new RandomAccessFile(inbox.resolve("file").toString(), "rw")) {
      file.setLength((1L << 31) + 1);
    }
    sparseTar(inbox.resolve("may.tar"), 1L << 30);

    assertThat(run(List.of(), LITTLE_MEMORY)).isEqualTo(2);

    List<Sent> sent = Sent.committed(BROKER, topics);
    assertThat(sent).allSatisfy(one -> assertThat(one.article().getContent()).isNull());
    assertThat(sent)
        .extracting(one -> one.article().getBytes())
        .containsExactly((1L << 31) + 1, 1L << 30);
    assertThat(sent.get(1).article().getSha256()).isEqualTo(GIBIBYTE);
    assertThat(failed.resolve("file.reason")).content().contains("only its hash was sent");
    assertThat(failed.resolve("may.tar.reason")).content().contains("may.tar/member: larger than");
  }

  @Test
  void fileWithoutPermission_isSetAsideWithTheReason() throws Exception {
    Files.writeString(inbox.resolve("open"), "one");
    Path closed = Files.writeString(inbox.resolve("closed"), "two");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

    assertThat(run(bound(), IngestProcess.SHORT_LIVED)).isEqualTo(1);

    assertThat(inbox.toFile().list()).containsExactly("open");
    assertThat(failed.resolve("closed")).exists();
    assertThat(failed.resolve("closed.reason")).content().contains("permission denied");
  }

  /** Binds root to permissions like anybody else. */
  private static List<String> bound() throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    var command = List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");
    assumeTrue(works(command), "permissions do not bind root, and setpriv cannot change that here");
    return command;
  }

  private static boolean works(List<String> command) throws InterruptedException {
    try {
      List<String> tried = new ArrayList<>(command);
      tried.add("true");
      var process = new ProcessBuilder(tried).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private int run(List<String> before, List<String> jvm) throws Exception {
    var settings = Map.of("failed.dir", failed.toString());
    try (var ingest = IngestProcess.start(before, jvm, BROKER.address(), prefix, inbox, settings)) {
      return ingest.finish();
    }
  }

  /** With one member of zeros, which the file system need not hold. */
  private static void sparseTar(Path file, long bytes) throws IOException {
    try (var raw = new RandomAccessFile(file.toString(), "rw")) {
      var tar = new TarArchiveOutputStream(Channels.newOutputStream(raw.getChannel()));
      var entry = new TarArchiveEntry("member");
      entry.setSize(bytes);
      tar.putArchiveEntry(entry);
      tar.flush();
      raw.setLength(raw.length() + bytes + (2 << 9));
    }
  }
}
