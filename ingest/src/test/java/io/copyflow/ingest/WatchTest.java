package io.copyflow.ingest;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder whose scans are an hour apart: what is sent, a notice told of. */
@Timeout(120)
class WatchTest {

  @RegisterExtension static final TestBroker BROKER = TestBroker.SHARED;

  private static final String HOUR = "3600000";

  @TempDir Path folder;
  private final Lines lines = new Lines();
  private Path inbox;
  private Path elsewhere;
  private Topics topics;
  private Ingest ingest;
  private CompletableFuture<Void> watching;

  @BeforeEach
  void createTopics() throws Exception {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    topics = BROKER.create("test" + UUID.randomUUID() + ".");
    Files.writeString(inbox.resolve("0"), "zero");
  }

  @AfterEach
  void endsWhenClosed() {
    ingest.close();
    assertThat(watching).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void newFiles_areSentOnceEach_inNewFoldersToo() throws IOException {
    watch(Map.of());
    Files.writeString(inbox.resolve("a"), "one");
    Files.createDirectories(inbox.resolve("b/c"));
    Files.writeString(inbox.resolve("b/c/d"), "two");

    awaitSent("0=zero", "a=one", "b/c/d=two");

    Files.writeString(inbox.resolve("b/c/e"), "three");
    awaitSent("0=zero", "a=one", "b/c/d=two", "b/c/e=three");
  }

  @Test
  void fileOfAnOldTime_isSentWhenItIsMovedIn() throws IOException {
    watch(Map.of());
    Path old = Files.writeString(elsewhere.resolve("old"), "of 2015");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2015-06-01T12:00:00Z")));
    Files.move(old, inbox.resolve("old"));

    awaitSent("0=zero", "old=of 2015");
  }

  @Test
  void folderThatIsMovedIn_isSentWhole() throws IOException {
    watch(Map.of());
    Files.createDirectories(elsewhere.resolve("x/y"));
    Files.writeString(elsewhere.resolve("x/y/a"), "one");
    Files.move(elsewhere.resolve("x"), inbox.resolve("x"));

    awaitSent("0=zero", "x/y/a=one");
  }

  @Test
  void slowWritersFile_isSentWhenItIsComplete() throws Exception {
    watch(Map.of("settle.ms", "1000"));
    var whole = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      Files.writeString(inbox.resolve("slow"), "part " + i, CREATE, APPEND);
      whole.append("part ").append(i);
      TimeUnit.MILLISECONDS.sleep(25); // the writer's pace is the subject
    }

    awaitSent("0=zero", "slow=" + whole);
  }

  @Test
  void fileRenamedOverAnother_isANewVersion() throws IOException {
    Files.writeString(inbox.resolve("a"), "first");
    watch(Map.of());
    Path draft = Files.writeString(inbox.resolve(".a.swp"), "second");
    Files.move(draft, inbox.resolve("a"), StandardCopyOption.ATOMIC_MOVE);

    awaitSent("0=zero", "a=first", "a=second");
  }

  @Test
  void oneByteLateInALargeFile_isANewVersion() throws IOException {
    var content = new byte[6 << 20];
    Path large = Files.write(inbox.resolve("large"), content);
    FileTime time = Files.getLastModifiedTime(large);
    watch(Map.of());
    awaitCount(2);
    try (var edit = new RandomAccessFile(large.toString(), "rw")) {
      edit.seek(content.length - 2);
      edit.write(1);
    }
    Files.setLastModifiedTime(large, time);

    awaitCount(3);
    content[content.length - 2] = 1;
    assertThat(Sent.committed(BROKER, topics).get(2).content()).isEqualTo(content);
  }

  @Test
  void fileThatIsGoneBeforeItSettled_isForgotten() throws IOException {
    watch(Map.of("settle.ms", "600"));
    Files.writeString(inbox.resolve("a"), "one");
    Files.writeString(inbox.resolve("b"), "two");
    Files.delete(inbox.resolve("a"));

    awaitSent("0=zero", "b=two");
    assertThat(lines.said).isEmpty();
  }

  @Test
  void moreFilesThanNoticesHold_areAllSent() throws IOException {
    watch(Map.of());
    List<String> expected = new ArrayList<>(List.of("0=zero"));
    for (int i = 0; i < 1_200; i++) {
      String name = "f%04d".formatted(i);
      Files.writeString(inbox.resolve(name), name);
      expected.add(name + "=" + name);
    }

    awaitSent(expected.toArray(String[]::new));
  }

  @Test
  void scans_findWhatNoNoticeToldOf() throws IOException {
    Files.createSymbolicLink(inbox.resolve("link"), elsewhere.resolve("target"));
    Files.writeString(elsewhere.resolve("target"), "one");
    watch(Map.of("symlinks", "follow", "rescan.interval.ms", "100", "settle.ms", "50"));
    awaitSent("0=zero", "link=one");

    Files.writeString(elsewhere.resolve("target"), "two");

    awaitSent("0=zero", "link=one", "link=two");
  }

  private void watch(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(Map.of("rescan.interval.ms", HOUR, "settle.ms", "200"));
    settings.putAll(more);
    ingest = new Ingest(Sent.settings(BROKER, settings), topics, Wire.singleObject(), lines);
    watching = CompletableFuture.runAsync(() -> ingest.watch(List.of(Root.of(inbox, null, true))));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count() > 0);
  }

  private int count() {
    return Sent.committed(BROKER, topics).size();
  }

  private void awaitCount(int count) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count() >= count);
  }

  /** Documents' paths and contents; never another one, or one twice. */
  private void awaitSent(String... expected) {
    awaitCount(expected.length);
    assertThat(
            Sent.committed(BROKER, topics).stream()
                .map(one ->
                    one.article().getDocument().getPath()
                        + "="
                        + new String(one.content(), StandardCharsets.UTF_8)))
        .containsExactlyInAnyOrder(expected);
  }
}
