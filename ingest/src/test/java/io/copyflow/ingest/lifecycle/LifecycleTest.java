package io.copyflow.ingest.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.files.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest implements Reporter {

  @TempDir private Path folder;
  private Path inbox;
  private Path done;
  private int cleared;
  private int setAside;
  private final List<String> stays = new ArrayList<>();

  @BeforeEach
  void createInbox() throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    done = folder.resolve("done");
  }

  @Test
  void doneFile_keepsItsPathAndTime() throws IOException {
    Path file = write("a/b/c.html", "one");
    var time = FileTime.from(Instant.parse("2015-06-01T12:00:00Z"));
    Files.setLastModifiedTime(file, time);

    take(move(), file).done();

    assertThat(file).doesNotExist();
    assertThat(done.resolve("a/b/c.html")).hasContent("one");
    assertThat(Files.getLastModifiedTime(done.resolve("a/b/c.html"))).isEqualTo(time);
    assertThat(cleared).isEqualTo(1);
  }

  @Test
  void otherContentOfThatName_isNotOverwritten() throws IOException {
    for (String content : List.of("one", "two", "three")) {
      take(move(), write("a.html", content)).done();
    }
    Files.createDirectories(done.resolve("d"));
    take(move(), write("d", "a file where a folder is")).done();

    assertThat(done.resolve("a.html")).hasContent("one");
    assertThat(done.resolve("a.html.2")).hasContent("two");
    assertThat(done.resolve("a.html.3")).hasContent("three");
    assertThat(done.resolve("d.2")).hasContent("a file where a folder is");
  }

  /** What a crash leaves that hits between copying and deleting, or before the place is filled. */
  @Test
  void sameContentOfThatName_isTheFile() throws IOException {
    Files.createDirectories(done);
    Files.writeString(done.resolve("a.html"), "one");
    Files.createFile(done.resolve("b.html"));

    take(move(), write("a.html", "one")).done();
    take(move(), write("b.html", "two")).done();

    assertThat(inbox).isEmptyDirectory();
    assertThat(done.resolve("b.html")).hasContent("two");
    assertThat(done.toFile().list()).containsExactlyInAnyOrder("a.html", "b.html");
  }

  @Test
  void fileThatChangedSinceItWasRead_stays() throws IOException {
    for (Afterwards afterwards : List.of(move(), new Afterwards(true, null, null))) {
      Path file = write("a.html", "one");
      Ticket ticket = take(afterwards, file);
      Files.writeString(file, "changed");

      ticket.done();

      assertThat(file).hasContent("changed");
      Path replaced = write("b.html", "one");
      Ticket other = take(afterwards, replaced);
      Files.move(write("new", "two"), replaced, StandardCopyOption.REPLACE_EXISTING);
      other.done();
      assertThat(replaced).hasContent("two");
    }
    assertThat(done).isEmptyDirectory();
    assertThat(cleared).isZero();
  }

  @Test
  void fileThatIsGone_isNotMissed() throws IOException {
    Path file = write("a.html", "one");
    Ticket ticket = take(move(), file);
    Files.delete(file);

    ticket.done();

    assertThat(take(move(), file)).isSameAs(Ticket.NONE);
    assertThat(done).isEmptyDirectory();
  }

  @Test
  void deletedFile_isGone() throws IOException {
    Path file = write("a.html", "one");

    take(new Afterwards(true, null, null), file).done();

    assertThat(file).doesNotExist();
    assertThat(cleared).isEqualTo(1);
  }

  @Test
  void failedFile_hasTheReasonBesideIt() throws IOException {
    take(move(), write("a/b.zip", "x")).failed(List.of("damaged; make it anew", "and more"));

    Path failed = folder.resolve("done-failed/a");
    assertThat(failed.resolve("b.zip")).hasContent("x");
    assertThat(failed.resolve("b.zip.reason")).hasContent("damaged; make it anew\nand more\n");
    assertThat(setAside).isEqualTo(1);
  }

  @Test
  void failedFileWithoutAFolder_isNotDeleted() throws IOException {
    Path file = write("a.zip", "x");

    take(new Afterwards(true, null, null), file).failed(List.of("damaged"));

    assertThat(file).exists();
  }

  @Test
  void namesOfAnyBytes_areKept() throws IOException {
    byte[] longest = "新".repeat(85).getBytes(StandardCharsets.UTF_8);
    for (byte[] name :
        List.of(longest, new byte[] {'a', '\n', '"', '\''}, new byte[] {'%', -1, -2})) {
      for (String content : List.of("one", "two")) {
        Path file = Files.writeString(FileNames.path(inbox, name), content);
        take(move(), file).done();
      }
      Path bad = Files.writeString(FileNames.path(inbox, name), "bad");
      take(move(), bad).failed(List.of("why"));
      assertThat(FileNames.path(done, name)).hasContent("one");
      assertThat(FileNames.path(folder.resolve("done-failed"), name)).hasContent("bad");
    }
    assertThat(stays).isEmpty();
    assertThat(done.toFile().list()).hasSize(6);
    assertThat(folder.resolve("done-failed").toFile().list()).hasSize(6);
  }

  @Test
  void fullDisk_leavesTheFileAndNothingElse() throws Exception {
    String content = "x".repeat(200_000);
    Path file = write("a.html", content);
    Path damaged = write("b.zip", content);
    Path small = folder.resolve("small");
    try (var disk = SmallDisk.at(small, "64k")) {
      done = small.resolve("done");
      take(move(), file).done();
      take(move(), damaged).failed(List.of("damaged"));

      assertThat(file).hasContent(content);
      assertThat(damaged).hasContent(content);
      assertThat(stays).hasSize(2).allMatch(line -> line.contains("No space left on device"));
      assertThat(done).isEmptyDirectory();

      disk.grow("4m");
      take(move(), file).done();
      take(move(), damaged).failed(List.of("damaged"));

      assertThat(done.resolve("a.html")).hasContent(content);
      assertThat(small.resolve("done-failed/b.zip.reason")).hasContent("damaged");
      assertThat(inbox).isEmptyDirectory();
    }
  }

  @Test
  void symbolicLink_stays() throws IOException {
    Path link = Files.createSymbolicLink(inbox.resolve("link"), write("a", "one"));

    take(move(), link).done();

    assertThat(link).isSymbolicLink();
    assertThat(stays).singleElement().asString().contains("a symbolic link");
  }

  @Test
  void folderOnAnotherFileSystem_isCopiedTo() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
        "no other file system here");
    done = Files.createTempDirectory(memory, "done");
    try {
      Path file = write("a/b.html", "one");
      FileTime time = Files.getLastModifiedTime(file);
      take(move(), file).done();
      take(move(), write("a/b.html", "two")).done();

      assertThat(done.resolve("a/b.html")).hasContent("one");
      assertThat(Files.getLastModifiedTime(done.resolve("a/b.html"))).isEqualTo(time);
      assertThat(done.resolve("a/b.html.2")).hasContent("two");
      assertThat(inbox.resolve("a")).isEmptyDirectory();
      assertThat(done.resolve("a").toFile().list()).hasSize(2);
    } finally {
      delete(done);
      delete(done.resolveSibling(done.getFileName() + "-failed"));
    }
  }

  @Test
  void folderThatHoldsTheInbox_isRefused() {
    var onto = Afterwards.of("move:" + folder, "");

    assertThatThrownBy(() -> new Lifecycle(onto, List.of(inbox), this))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("choose another folder");
  }

  @Test
  void folderThatCannotBeMade_isRefused() throws IOException {
    var below = Afterwards.of("move:" + write("file", "x") + "/done", "");

    assertThatThrownBy(() -> new Lifecycle(below, List.of(inbox), this))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("files cannot be moved to");
  }

  private Afterwards move() {
    return Afterwards.of("move:" + done, "");
  }

  private Ticket take(Afterwards afterwards, Path file) {
    return new Lifecycle(afterwards, List.of(inbox), this).take(inbox, file);
  }

  private Path write(String name, String content) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Override
  public void cleared() {
    cleared++;
  }

  @Override
  public void setAside() {
    setAside++;
  }

  @Override
  public void stays(String place, String reason) {
    stays.add(place + ": " + reason);
  }
}
