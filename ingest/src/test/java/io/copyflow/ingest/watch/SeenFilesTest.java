package io.copyflow.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.Stamp;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final SeenFiles seen = new SeenFiles();
  private final Stamp old = stamp(NOW.minusSeconds(5));

  @Test
  void fileInTheStateThatItWasReadIn_isSpared() {
    seen.put("a", old, NOW);

    assertThat(seen.has("a", old)).isTrue();
    assertThat(seen.has("b", old)).isFalse();
    assertThat(seen.has("a", stamp(NOW.minusSeconds(4)))).isFalse();
  }

  @Test
  void fileThatChangedJustBefore_isReadAgain() {
    Stamp young = stamp(NOW.minusMillis(10));
    seen.put("a", old, NOW);
    seen.put("a", young, NOW);

    assertThat(seen.has("a", young)).isFalse();
    assertThat(seen.has("a", old)).isFalse();
  }

  @Test
  void fileWithATimeOfTheFuture_isSparedLikeOthers() {
    var future = new Stamp(1, NOW.plusSeconds(86_400), NOW.minusSeconds(5), "inode");
    seen.put("a", future, NOW);

    assertThat(seen.has("a", future)).isTrue();
  }

  /** Its last change lies ahead of the clock: it is read again until the clock is there. */
  @Test
  void clockThatStepsBack_sparesNothingTooEarly() {
    seen.put("a", old, NOW.minusSeconds(3600));
    assertThat(seen.has("a", old)).isFalse();

    seen.put("a", old, NOW);
    assertThat(seen.has("a", old)).isTrue();
  }

  @Test
  void fileThatAScanDidNotMeet_isForgotten() {
    seen.put("a", old, NOW);
    seen.put("b", old, NOW);
    seen.nextScan();
    assertThat(seen.has("a", old)).isTrue();
    seen.nextScan();
    assertThat(seen.has("a", old)).isTrue();
    assertThat(seen.has("b", old)).isFalse();
  }

  @Test
  void oneByteThatIsOverwritten_showsThoughSizeAndTimeAreSetBack(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "one");
    FileTime time = Files.getLastModifiedTime(file);
    var access = new FileAccess(false);
    Stamp before = access.stamp(file);
    try (var edit = new RandomAccessFile(file.toString(), "rw")) {
      edit.seek(2);
      edit.write('E');
    }
    Files.setLastModifiedTime(file, time);

    Stamp after = access.stamp(file);
    assertThat(after.size()).isEqualTo(before.size());
    assertThat(after.time()).isEqualTo(before.time());
    assertThat(after).isNotEqualTo(before);
  }

  private static Stamp stamp(Instant at) {
    return new Stamp(1, at, at, "inode");
  }
}
