package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  @RegisterExtension static final TestBroker BROKER = TestBroker.SHARED;

  @TempDir private Path folder;
  private Path archive;
  private Topics topics;

  @BeforeEach
  void createTopics() throws Exception {
    archive = Files.createDirectory(folder.resolve("archive"));
    topics = BROKER.create("test" + UUID.randomUUID() + ".");
  }

  @Test
  void threeHundredOddFiles_arriveVerbatim() throws IOException {
    Map<String, byte[]> files = oddFiles(300);

    IngestReport report = once();

    assertThat(report.sent()).isEqualTo(300);
    assertThat(report.volume().bytesSent())
        .isEqualTo(files.values().stream().mapToLong(f -> f.length).sum());
    List<Sent> sent = Sent.committed(BROKER, topics);
    assertThat(sent).hasSize(300);
    assertThat(sent).allSatisfy(one -> assertThat(one.content()).isEqualTo(files.get(one.key())));
  }

  @Test
  void record_namesDocumentVersionAndFileTime() throws IOException {
    Path file = write("a.txt", "one");
    var time = Instant.parse("2015-06-01T12:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(time));

    once();

    RawArticle article = Sent.committed(BROKER, topics).get(0).article();
    assertThat(article.getDocument().getSource()).isEqualTo("archive");
    assertThat(article.getDocument().getPath()).isEqualTo("a.txt");
    assertThat(article.getFileTime()).isEqualTo(time);
    assertThat(article.getBytes()).isEqualTo(3);
    assertThat(article.getSha256())
        .isEqualTo("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
  }

  @Test
  void secondRun_sendsNothing() throws IOException {
    oddFiles(50);
    once();

    IngestReport second = once();

    assertThat(second.sent()).isZero();
    assertThat(second.unchanged()).isEqualTo(50);
    assertThat(Sent.committed(BROKER, topics)).hasSize(50);
  }

  @Test
  void changedFile_isSentAgain() throws IOException {
    write("a.txt", "one");
    write("b.txt", "two");
    once();
    write("a.txt", "One");

    IngestReport second = once();

    assertThat(second.sent()).isEqualTo(1);
    assertThat(Sent.committed(BROKER, topics))
        .extracting(Sent::key)
        .containsExactly("archive/a.txt", "archive/b.txt", "archive/a.txt");
  }

  @Test
  void fileThatChangedBack_isSentAThirdTime() throws IOException {
    for (String content : List.of("one", "two", "one")) {
      write("a.txt", content);
      once();
    }

    assertThat(Sent.committed(BROKER, topics))
        .extracting(one -> new String(one.content(), StandardCharsets.UTF_8))
        .containsExactly("one", "two", "one");
  }

  @Test
  void fileOverTheLimit_isSentWithoutItsBytes() throws IOException {
    write("a.txt", "12345678");
    write("b.txt", "123456789");

    IngestReport report = once(Map.of("max.file.bytes", "8"));

    assertThat(report.sent()).isEqualTo(2);
    assertThat(report.refused()).isEqualTo(1);
    RawArticle refused = Sent.committed(BROKER, topics).get(1).article();
    assertThat(refused.getContent()).isNull();
    assertThat(refused.getBytes()).isEqualTo(9);
    assertThat(refused.getSha256())
        .isEqualTo("15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
    assertThat(once(Map.of("max.file.bytes", "8")).unchanged()).isEqualTo(2);
  }

  @Test
  void largestFile_fitsIntoARecord() throws IOException {
    var content = new byte[Topics.DEFAULT_MAX_FILE_BYTES];
    new Random(1).nextBytes(content);
    Files.write(archive.resolve("noise"), content);

    once();

    assertThat(Sent.committed(BROKER, topics).get(0).content()).isEqualTo(content);
  }

  @Test
  void documents_areSentInTheOrderOfTheirKeys() throws IOException {
    for (String name : List.of("a.txt", "a/b", "a0", "B", "é", "\uD83D\uDE00", "\uFF5E", "z")) {
      write(name, name);
    }

    once(Map.of("commit.files", "2"));

    List<Sent> sent = Sent.committed(BROKER, topics);
    assertThat(sent)
        .extracting(one -> one.article().getDocument().getPath())
        .containsExactly("B", "a.txt", "a/b", "a0", "z", "é", "\uFF5E", "\uD83D\uDE00");
  }

  @Test
  void sourceThatFollows_hasLaterTimestamps() throws IOException {
    Files.createDirectory(folder.resolve("aaa"));
    write("a.txt", "same");
    Files.writeString(folder.resolve("aaa/a.txt"), "same");

    run(
        Map.of(),
        List.of(Root.of(archive, null, true), Root.of(folder.resolve("aaa"), null, true)));

    List<Sent> sent = Sent.committed(BROKER, topics);
    assertThat(sent).extracting(Sent::key).containsExactly("archive/a.txt", "aaa/a.txt");
    assertThat(sent.get(0).timestamp()).isLessThan(sent.get(1).timestamp());
  }

  @Test
  void filesNamedOneByOne_areDocumentsOfTheirFolder() throws IOException {
    Path b = write("b.txt", "two");
    Path a = write(".a.tmp", "one");

    run(Map.of(), List.of(Root.of(b, null, true), Root.of(a, null, true)));

    assertThat(Sent.committed(BROKER, topics))
        .extracting(Sent::key)
        .containsExactly("archive/.a.tmp", "archive/b.txt");
    write("b.txt", "two");
    assertThat(once().unchanged()).as("the folder has the same documents").isEqualTo(1);
  }

  @Test
  void namesOfAnyBytes_arriveEncoded() throws IOException {
    String folderUri = archive.toUri().toString();
    for (String name : List.of("a%0Ab", "%FF%FE", "%25", "%E6%96%B0".repeat(28))) {
      Files.writeString(Path.of(URI.create(folderUri + name)), name);
    }

    once();

    assertThat(Sent.committed(BROKER, topics))
        .extracting(one -> one.article().getDocument().getPath())
        .containsExactly("%", "%FF%FE", "a\nb", "新".repeat(28));
  }

  @Test
  void missingTopic_isNamedWithTheRemedy() {
    topics = new Topics("absent.", 1);

    assertThatThrownBy(this::once)
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("absent.articles.raw does not exist")
        .hasMessageContaining("copyflow topics --create");
  }

  @Test
  void watch_sendsWhatComesUntilClosed() throws Exception {
    write("a.txt", "one");
    try (var ingest = ingest(Map.of("rescan.interval.ms", "20", "settle.ms", "50"))) {
      var watching =
          CompletableFuture.runAsync(() -> ingest.watch(List.of(Root.of(archive, null, true))));
      awaitSent(1);
      write("b.txt", "two");
      awaitSent(2);
      write("a.txt", "three");
      awaitSent(3);
      ingest.close();
      assertThat(watching).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  private void awaitSent(int count) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(Sent.committed(BROKER, topics)).hasSize(count));
  }

  private Ingest ingest(Map<String, String> settings) {
    return new Ingest(
        Sent.settings(BROKER, settings), topics, Wire.singleObject(), Progress.silent());
  }

  private IngestReport run(Map<String, String> settings, List<Root> roots) {
    try (var ingest = ingest(settings)) {
      IngestReport report = ingest.once(roots);
      assertThat(report.files())
          .isEqualTo(report.sent() + report.unchanged() + report.unreadableCount());
      return report;
    }
  }

  private IngestReport once(Map<String, String> settings) {
    return run(settings, List.of(Root.of(archive, null, true)));
  }

  private IngestReport once() {
    return once(Map.of());
  }

  private Path write(String name, String content) throws IOException {
    Path file = archive.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** Files of all byte values, empty ones among them, in folders; by key. */
  private Map<String, byte[]> oddFiles(int count) throws IOException {
    var random = new Random(7);
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      var content = new byte[random.nextInt(3) == 0 ? i % 5 : random.nextInt(20_000)];
      random.nextBytes(content);
      String name = "f" + i % 7 + "/\"新聞\" " + i + "?.txt";
      Files.createDirectories(archive.resolve(name).getParent());
      Files.write(archive.resolve(name), content);
      files.put("archive/" + name, content);
    }
    return files;
  }
}
