package io.copyflow.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {

  private static final Instant TIME = Instant.parse("2015-06-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void file_isReadWhole() throws IOException {
    Path file = write("abc");

    ReadResult result = new FileReader(3, new FileAccess(false)).read(file);

    assertThat(result)
        .usingRecursiveComparison()
        .isEqualTo(
            new ReadResult.Whole(
                "abc".getBytes(StandardCharsets.UTF_8), sha("abc"), Told.at(TIME)));
  }

  @Test
  void emptyFile_isReadWhole() throws IOException {
    assertThat(new FileReader(0, new FileAccess(false)).read(write("")))
        .asInstanceOf(type(ReadResult.Whole.class))
        .satisfies(whole -> assertThat(whole.content()).isEmpty());
  }

  @Test
  void fileOverTheLimit_isHashedOnly() throws IOException {
    assertThat(new FileReader(2, new FileAccess(false)).read(write("abc")))
        .isEqualTo(new ReadResult.TooLarge(3, sha("abc"), Told.at(TIME)));
  }

  @Test
  void linkInAFilesPlace_isNotOpened() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), write("abc"));

    assertThat(new FileReader(9, new FileAccess(false)).read(link))
        .isInstanceOf(ReadResult.Failed.class);
    assertThat(new FileReader(9, new FileAccess(true)).read(link))
        .isInstanceOf(ReadResult.Whole.class);
  }

  /** Its size says 0 and it has content: what a file looks like that grows while it is read. */
  @Test
  void fileThatDoesNotHoldStill_isLeftForTheNextRun() {
    Path changing = Path.of("/proc/self/status");
    assumeTrue(Files.isRegularFile(changing), "no /proc here");

    assertThat(new FileReader(9, new FileAccess(false)).read(changing))
        .isEqualTo(new ReadResult.Failed(Reasons.UNSTABLE));
  }

  @Test
  void fileThatIsGone_isNamed() {
    assertThat(new FileReader(9, new FileAccess(false)).read(folder.resolve("gone")))
        .asInstanceOf(type(ReadResult.Failed.class))
        .extracting(ReadResult.Failed::fault)
        .asString()
        .startsWith("no such file");
  }

  private Path write(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), content);
    return Files.setLastModifiedTime(file, FileTime.from(TIME));
  }

  private static Sha256 sha(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
