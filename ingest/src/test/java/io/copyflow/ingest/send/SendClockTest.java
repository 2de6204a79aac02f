package io.copyflow.ingest.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendClockTest {

  private final AtomicLong now = new AtomicLong(1_000_000_000);
  private final SendClock clock = new SendClock(() -> Instant.ofEpochMilli(now.get()));

  @Test
  void clockThatStepsBack_doesNotTakeTimestampsBack() {
    assertThat(clock.next()).isEqualTo(1_000_000_000);
    now.addAndGet(-500);
    assertThat(clock.next()).isEqualTo(1_000_000_000);
    now.addAndGet(501);
    assertThat(clock.next()).isEqualTo(1_000_000_001);
  }

  @Test
  void nextSource_isLater() {
    clock.next();
    clock.nextSource();
    assertThat(clock.next()).isEqualTo(1_000_000_001);
  }

  @Test
  void predecessorsTimestamp_isNotUndercut() {
    clock.resumeAt(1_000_060_000);
    assertThat(clock.next()).isEqualTo(1_000_060_000);
  }

  @Test
  void predecessorFarAhead_isNotFollowed() {
    clock.resumeAt(now.get() + Duration.ofMinutes(31).toMillis());
    assertThat(clock.next()).isEqualTo(1_000_000_000);
  }
}
