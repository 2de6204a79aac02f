package io.copyflow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.ingest.archive.Archives;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIngestTest {

  @RegisterExtension static final TestBroker BROKER = TestBroker.SHARED;

  @TempDir private Path folder;
  private Topics topics;

  @BeforeEach
  void createTopics() throws Exception {
    topics = BROKER.create("test" + UUID.randomUUID() + ".");
  }

  @Test
  void archiveInAFolder_isAFolder() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Archives.write(inbox.resolve("b.zip"), "2", "two", "1", "one");
    Archives.write(inbox.resolve("b.tar.zst"), "x/y", "three");
    Files.write(inbox.resolve("c.html.gz"), Archives.gzipEach("four"));
    Files.writeString(inbox.resolve("b.zip.txt"), "five");

    IngestReport report = once(inbox, Map.of());

    assertThat(keys())
        .containsExactly(
            "inbox/b.tar.zst/x/y",
            "inbox/b.zip.txt",
            "inbox/b.zip/2",
            "inbox/b.zip/1",
            "inbox/c.html.gz");
    assertThat(contents()).containsExactly("three", "five", "two", "one", "four");
    assertThat(report.files()).isEqualTo(5);
    assertThat(once(inbox, Map.of()).unchanged()).isEqualTo(5);
  }

  @Test
  void archiveThatIsGiven_isTheSource() throws IOException {
    Path zip = Archives.write(folder.resolve("May.zip"), "a/1", "one");

    once(zip, Map.of());

    assertThat(keys()).containsExactly("May.zip/a/1");
  }

  @Test
  void wholeArchives_areFilesLikeOthers() throws IOException {
    Path zip = Archives.write(folder.resolve("May.zip"), "a/1", "one");
    Path gz = Files.write(folder.resolve("a.gz"), Archives.gzipEach("four"));

    once(folder, Map.of("archives", "whole"));

    assertThat(Sent.committed(BROKER, topics))
        .extracting(Sent::content)
        .containsExactly(Files.readAllBytes(zip), Files.readAllBytes(gz));
  }

  @Test
  void warcRecord_isSentWithWhatTheCrawlerKnew() throws IOException {
    String record = Archives.response("7", "http://example.org/a", "<p>one");
    Path warc = Files.write(folder.resolve("crawl.warc.gz"), Archives.gzipEach(record));

    once(warc, Map.of());

    var article = Sent.committed(BROKER, topics).get(0).article();
    assertThat(article.getDocument().getPath()).isEqualTo("urn:uuid:7");
    assertThat(article.getUrl()).isEqualTo("http://example.org/a");
    assertThat(article.getMediaType()).isEqualTo("Text/HTML");
    assertThat(contents()).containsExactly(record.substring(0, record.length() - 4));
  }

  /**
   * Verdicts follow timestamp and key; both together must follow the archive, interrupted or not.
   */
  @Test
  void membersInAnyOrder_areRecordsInThatOrder() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      names.add("%03d".formatted(i));
    }
    Collections.shuffle(names, new Random(3));
    String[] members = names.stream().flatMap(n -> List.of(n, n).stream()).toArray(String[]::new);
    Path tar = Archives.write(folder.resolve("a.tar.gz"), members);
    var settings = Map.of("commit.files", "70");
    var killed =
        new Pausing(
            200,
            () -> {
              throw new IllegalStateException("killed");
            });

    assertThatThrownBy(() -> run(tar, settings, killed)).hasMessage("killed");
    assertThat(contents()).hasSize(140);
    IngestReport second = once(tar, settings);

    assertThat(second.sent()).isEqualTo(160);
    assertThat(second.unchanged()).isEqualTo(140);
    assertThat(contents()).isEqualTo(names);
  }

  @Test
  void damagedArchive_isNamedAndTheRestOfTheFolderIsSent() throws IOException {
    Files.writeString(folder.resolve("a.zip"), "no archive");
    Files.writeString(folder.resolve("b.html"), "one");

    IngestReport report = once(folder, Map.of());

    assertThat(contents()).containsExactly("one");
    assertThat(report.unreadable())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).startsWith("damaged"));
  }

  /** Whatever is packed, and where it lies: what is gone through adds up to what was counted. */
  @Test
  void progress_endsAtTheTotal() throws IOException {
    Archives.write(
        Files.createDirectory(folder.resolve("a")).resolve("b.zip"),
        "2",
        "two".repeat(100),
        "1",
        "one");
    Archives.write(folder.resolve("c.tar.zst"), "x/y", "three", "../z", "leads out");
    Files.write(folder.resolve("d.html.gz"), Archives.gzipEach("four"));
    Files.writeString(folder.resolve("e.html"), "five");
    Files.writeString(folder.resolve("f.zip"), "damaged");
    Files.writeString(folder.resolve(".hidden"), "not counted");
    var counted = new Counting();

    IngestReport report = run(folder, Map.of(), counted);

    assertThat(counted.documents).isEqualTo(report.sent()).isEqualTo(5);
    assertThat(counted.total.join()).isEqualTo(counted.passed);
    assertThat(report.reasons().values()).containsExactlyInAnyOrder(1L, 1L);
    assertThat(report.volume().bytesRead()).isEqualTo(300 + 3 + 5 + 4 + 4);
    assertThat(report.volume().took()).isPositive();
  }

  private static final class Counting extends Lines {

    final CompletableFuture<Long> total = new CompletableFuture<>();
    long documents;
    long passed;

    @Override
    public boolean wantsTotal() {
      return true;
    }

    @Override
    public void total(long bytes) {
      total.complete(bytes);
    }

    /** Waits for the count, which a run of this size may overtake. */
    @Override
    public void done(boolean sent) {
      documents++;
      total.join();
    }

    @Override
    public void passed(long bytes) {
      passed += bytes;
    }
  }

  private List<String> keys() {
    return Sent.committed(BROKER, topics).stream().map(Sent::key).toList();
  }

  private List<String> contents() {
    return Sent.committed(BROKER, topics).stream()
        .map(one -> new String(one.content(), UTF_8))
        .toList();
  }

  private IngestReport once(Path path, Map<String, String> settings) {
    return run(path, settings, Progress.silent());
  }

  private IngestReport run(Path path, Map<String, String> settings, Progress progress) {
    boolean open = !settings.containsValue("whole");
    try (var ingest =
        new Ingest(Sent.settings(BROKER, settings), topics, Wire.singleObject(), progress)) {
      IngestReport report = ingest.once(List.of(Root.of(path, null, open)));
      assertThat(report.files())
          .isEqualTo(report.sent() + report.unchanged() + report.unreadableCount());
      return report;
    }
  }
}
