package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.ingest.archive.Archives;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LifecycleIngestTest {

  @RegisterExtension static final TestBroker BROKER = TestBroker.SHARED;

  @TempDir private Path folder;
  private Path inbox;
  private Path done;
  private Topics topics;

  @BeforeEach
  void createTopics() throws Exception {
    topics = BROKER.create("test" + UUID.randomUUID() + ".");
    inbox = Files.createDirectory(folder.resolve("inbox"));
    done = inbox.resolve("done");
  }

  @Test
  void nothingGoesBeforeItIsCommitted() throws IOException {
    files(100);
    var killed =
        new Pausing(
            90,
            () -> {
              assertThat(files(inbox)).as("what is not committed").hasSizeGreaterThan(10);
              throw new IllegalStateException("killed");
            });

    assertThatThrownBy(() -> run(move("commit.files", "70"), killed)).hasMessage("killed");

    int committed = Sent.committed(BROKER, topics).size();
    assertThat(committed).as("the kill hit an open transaction").isBetween(1, 89);
    assertThat(files(done)).hasSize(committed);
    IngestReport next = run(move(), Progress.silent());
    assertThat(next.sent()).isEqualTo(100 - committed);
    assertThat(files(done)).hasSize(100);
  }

  /** A crash after the commit and before the move; and the folder lies in the one that is read. */
  @Test
  void fileThatKafkaHasAlready_goesToo() throws IOException {
    files(20);
    run(Map.of(), Progress.silent());

    IngestReport next = run(move(), Progress.silent());

    assertThat(next.sent()).isZero();
    assertThat(next.inbox()).isEqualTo(new IngestReport.Inbox(20, 0, 0));
    assertThat(files(done)).hasSize(20);
    assertThat(run(move(), Progress.silent()).files()).as("none is read again").isZero();
    assertThat(Sent.committed(BROKER, topics)).hasSize(20);
  }

  @Test
  void archive_goesWhenAllOfItIsThere() throws IOException {
    Archives.write(inbox.resolve("a.zip"), "1", "one", "2", "two");
    var half =
        new Pausing(
            1,
            () -> assertThat(inbox.resolve("a.zip")).as("its second member is missing").exists());

    run(move("commit.files", "1"), half);

    assertThat(half.happened).isTrue();
    assertThat(done.resolve("a.zip")).exists();
    assertThat(inbox.resolve("a.zip")).doesNotExist();
  }

  @Test
  void whatKafkaDoesNotHaveWhole_isSetAside() throws IOException {
    Archives.write(inbox.resolve("a.zip"), "../1", "one", "2", "two");
    Files.writeString(inbox.resolve("b.tar"), "no archive");
    Files.writeString(inbox.resolve("large.html"), "12345678901");
    Files.writeString(inbox.resolve("small.html"), "1234567890");
    Path failed = folder.resolve("failed");

    IngestReport report =
        run(
            Map.of("after", "delete", "failed.dir", failed.toString(), "max.file.bytes", "10"),
            Progress.silent());

    assertThat(report.inbox()).isEqualTo(new IngestReport.Inbox(1, 3, 0));
    assertThat(files(inbox)).isEmpty();
    assertThat(failed.toFile().list())
        .containsExactlyInAnyOrder(
            "a.zip", "a.zip.reason", "b.tar", "b.tar.reason", "large.html", "large.html.reason");
    assertThat(failed.resolve("a.zip.reason")).content().contains("a.zip/../1: its path leads out");
    assertThat(failed.resolve("large.html.reason")).content().contains("only its hash was sent");
    assertThat(Sent.committed(BROKER, topics)).hasSize(3);
  }

  @Test
  void largeFile_isNotDeletedWhereNoFolderIsNamed() throws IOException {
    Files.writeString(inbox.resolve("large.html"), "12345678901");

    run(Map.of("after", "delete", "max.file.bytes", "10"), Progress.silent());

    assertThat(inbox.resolve("large.html")).exists();
  }

  @Test
  void listedFiles_areDocumentsOfTheirFolder() throws IOException {
    Path odd = Files.writeString(Files.createDirectories(inbox.resolve("x")).resolve("a\nb"), "1");
    Path other = Files.writeString(inbox.resolve("c"), "2");
    Files.writeString(inbox.resolve("d"), "3");
    Files.createLink(inbox.resolve("x/hard"), other);
    String list = "inbox/x/hard\0" + odd + "\0inbox/c\0inbox/gone\0\0inbox/x";

    IngestReport report = run(Root.listed(inbox, paths(list), null), Map.of(), Progress.silent());

    assertThat(Sent.committed(BROKER, topics))
        .extracting(Sent::key)
        .containsExactly("inbox/c", "inbox/x/a\nb", "inbox/x/hard");
    assertThat(report.unreadable())
        .extracting(Unreadable::reason)
        .containsExactly(
            "no such file or folder any more; nothing to do if it was removed",
            "a folder; list the files in it");
    assertThat(run(Map.of(), Progress.silent()).sent()).as("the rest of the folder").isEqualTo(1);
  }

  @Test
  void listedFileOfAnotherFolder_isRefused() throws IOException {
    var elsewhere = paths("inbox/../other");

    assertThatThrownBy(() -> Root.listed(inbox, elsewhere, null))
        .hasMessageContaining("does not lie in");
  }

  private List<Path> paths(String list) throws IOException {
    var bytes = new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
    return PathList.read(bytes, '\0', folder);
  }

  private void files(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Files.writeString(inbox.resolve("%03d".formatted(i)), "article " + i);
    }
  }

  /** Files directly in a folder. */
  private static List<Path> files(Path folder) {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> move(String... more) {
    Map<String, String> settings = new HashMap<>(Map.of("after", "move:" + done));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private IngestReport run(Map<String, String> settings, Progress progress) {
    return run(List.of(Root.of(inbox, null, true)), settings, progress);
  }

  private IngestReport run(List<Root> roots, Map<String, String> settings, Progress progress) {
    try (var ingest =
        new Ingest(Sent.settings(BROKER, settings), topics, Wire.singleObject(), progress)) {
      IngestReport report = ingest.once(roots);
      assertThat(report.files())
          .isEqualTo(report.sent() + report.unchanged() + report.unreadableCount());
      return report;
    }
  }
}
