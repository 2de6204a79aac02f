package io.copyflow.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ingest.files.Stamp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final Path FILE = Path.of("a");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private long nanos;
  private final Settling settling = new Settling(Duration.ofMillis(600), () -> nanos);

  @Test
  void fileThatIsOld_isCompleteAtOnce() {
    assertThat(settling.isComplete(FILE, written(NOW.minusSeconds(1)), false, NOW)).isTrue();
  }

  @Test
  void fileThatANoticeTellsOf_isWaitedForWhateverTheClockSays() {
    assertThat(settling.isComplete(FILE, written(NOW.minusSeconds(9)), true, NOW)).isFalse();
    assertThat(settling.isComplete(FILE, written(NOW.minusSeconds(9)), true, NOW)).isFalse();
    pass(600);
    assertThat(settling.due()).containsExactly(FILE);
    assertThat(settling.isComplete(FILE, written(NOW.minusSeconds(9)), false, NOW)).isTrue();
    assertThat(settling.due()).isEmpty();
  }

  @Test
  void fileThatChanges_isWaitedForAnew() {
    for (int i = 0; i < 5; i++) {
      assertThat(settling.isComplete(FILE, written(NOW.plusMillis(i)), true, NOW)).isFalse();
      pass(500);
    }
    assertThat(settling.due()).isEmpty();
    pass(100);
    assertThat(settling.isComplete(FILE, written(NOW.plusMillis(4)), false, NOW)).isTrue();
  }

  @Test
  void fileOfTheFuture_isWaitedForNoLonger() {
    Stamp future = written(NOW.plusSeconds(86_400));
    assertThat(settling.isComplete(FILE, future, false, NOW)).isFalse();
    pass(600);
    assertThat(settling.isComplete(FILE, future, false, NOW)).isTrue();
  }

  @Test
  void clockThatStepsOrLeaps_changesNothingForAFileThatIsWaitedFor() {
    Stamp stamp = written(NOW);
    assertThat(settling.isComplete(FILE, stamp, true, NOW)).isFalse();
    assertThat(settling.isComplete(FILE, stamp, false, NOW.plusSeconds(86_400))).isFalse();
    pass(599);
    assertThat(settling.isComplete(FILE, stamp, false, NOW.minusSeconds(86_400))).isFalse();
    pass(1);
    assertThat(settling.isComplete(FILE, stamp, false, NOW.minusSeconds(86_400))).isTrue();
  }

  @Test
  void fileWithATimeOfTheFuture_isOldOnceItsLastChangeIs() {
    var future = new Stamp(1, NOW.plusSeconds(86_400), NOW.minusSeconds(1), 1L);
    assertThat(settling.isComplete(FILE, future, false, NOW)).isTrue();
  }

  @Test
  void fileThatWasMoved_isWaitedForShortly() {
    var moved = new Stamp(1, NOW.minusSeconds(9_999), NOW, 1L);
    assertThat(settling.isComplete(FILE, moved, true, NOW)).isFalse();
    pass(100);
    assertThat(settling.isComplete(FILE, moved, false, NOW)).isTrue();
  }

  @Test
  void emptyFile_isNotTakenForAFinishedOne() {
    var created = new Stamp(0, NOW.minusMillis(5), NOW, 1L);
    assertThat(settling.isComplete(FILE, created, true, NOW)).isFalse();
    pass(100);
    assertThat(settling.isComplete(FILE, created, false, NOW)).isFalse();
  }

  @Test
  void fileThatDoesNotShow_isForgotten() {
    settling.await(FILE, written(NOW));
    settling.forget(Set.of(FILE));
    assertThat(settling.next(Duration.ofDays(1))).isEqualTo(Duration.ofMillis(600));
    pass(600);
    settling.forget(Set.of(FILE));
    assertThat(settling.next(Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void moreFilesThanAreWaitedFor_areNoticed() {
    for (int i = 0; i <= 10_000; i++) {
      settling.isComplete(Path.of("f" + i), written(NOW), true, NOW);
    }
    assertThat(settling.wasOverfull()).isTrue();
    assertThat(settling.wasOverfull()).isFalse();
  }

  private void pass(long millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static Stamp written(Instant at) {
    return new Stamp(1, at, at, 1L);
  }
}
