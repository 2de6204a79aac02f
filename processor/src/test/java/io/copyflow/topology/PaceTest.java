package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final List<Long> waits = new ArrayList<>();
  private long now;

  @Test
  void rate_keepsRecordsApart() {
    var pace = new Pace.Rate(100, () -> now, this::waitFor);

    pace.next();
    now += 30;
    pace.next();
    now += 250;
    pace.next();
    pace.next();

    assertThat(waits).containsExactly(70L, 100L);
  }

  @Test
  void half_restsAsLongAsItWorked() {
    var pace = new Pace.Half(() -> now, this::waitFor);

    pace.next();
    now += 3_000;
    pace.next();
    now += 5_000;
    pace.next();

    assertThat(waits).containsExactly(3_000L, 5_000L);
  }

  @Test
  void half_doesNotRestFromWaiting() {
    var pace = new Pace.Half(() -> now, this::waitFor);

    pace.next();
    now += 60_000_000_000L;
    pace.next();

    assertThat(waits).containsExactly(20_000_000L);
  }

  private void waitFor(long nanos) {
    waits.add(nanos);
    now += nanos;
  }
}
