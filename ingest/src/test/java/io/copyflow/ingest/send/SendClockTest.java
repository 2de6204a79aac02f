package io.copyflow.ingest.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendClockTest {

  private static final byte[] KEY = {'k'};
  private static final byte[] LATER_KEY = {(byte) 0xE6};

  private final AtomicLong now = new AtomicLong(1_000_000_000);
  private final SendClock clock = new SendClock(() -> Instant.ofEpochMilli(now.get()));

  @Test
  void clockThatStepsBack_doesNotTakeTimestampsBack() {
    assertThat(clock.next(KEY)).isEqualTo(1_000_000_000);
    now.addAndGet(-500);
    assertThat(clock.next(LATER_KEY)).isEqualTo(1_000_000_000);
    now.addAndGet(501);
    assertThat(clock.next(KEY)).isEqualTo(1_000_000_001);
  }

  @Test
  void keyThatIsNotGreater_isLater() {
    assertThat(clock.next(LATER_KEY)).isEqualTo(1_000_000_000);
    assertThat(clock.next(KEY)).isEqualTo(1_000_000_001);
    assertThat(clock.next(KEY)).isEqualTo(1_000_000_002);
    assertThat(clock.next(LATER_KEY)).isEqualTo(1_000_000_002);
  }

  @Test
  void fallingKeys_areNotTakenFurtherAheadThanALaterRunFollows() {
    long limit = now.get() + Duration.ofMinutes(30).toMillis();
    clock.resumeAt(limit - 1);
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      clock.next(KEY);
    }
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(19).toNanos());
  }

  @Test
  void nextSource_isLater() {
    clock.next(KEY);
    clock.nextSource();
    assertThat(clock.next(KEY)).isEqualTo(1_000_000_001);
  }

  @Test
  void predecessorsTimestamp_isNotUndercut() {
    clock.resumeAt(1_000_060_000);
    assertThat(clock.next(KEY)).isEqualTo(1_000_060_001);
  }

  @Test
  void predecessorFarAhead_isNotFollowed() {
    clock.resumeAt(now.get() + Duration.ofMinutes(31).toMillis());
    assertThat(clock.next(KEY)).isEqualTo(1_000_000_000);
  }
}
