package io.copyflow.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FatalFaultsTest {

  private static final long PLENTY = 1L << 30;

  private final AtomicLong usable = new AtomicLong(PLENTY);
  private final List<String> told = new ArrayList<>();
  private final FatalFaults faults =
      new FatalFaults(new DiskSpace(Path.of("/data"), usable::get), told::add);

  @AfterEach
  void close() {
    faults.close();
  }

  @Test
  void faultWhileRunning_isToldOnce() {
    faults.running();
    fault("all log dirs have failed");
    fault("another");

    assertThat(told)
        .containsExactly(
            "broker stopped: all log dirs have failed (data in /data); the log file there says"
                + " more");
  }

  @Test
  void faultOfAFullDisk_namesTheDisk() {
    faults.running();
    usable.set(0);
    fault("No space left on device");

    assertThat(told)
        .containsExactly(
            "broker stopped: the disk that holds /data is full; make room and start again");
  }

  @Test
  void fullDisk_isToldBeforeAWriteFails() {
    faults.running();
    usable.set(0);
    faults.look();

    assertThat(told).singleElement().asString().contains("is full");
  }

  @Test
  void faultWhileStarting_isForTheCallerOfStart() {
    fault("no quorum");

    assertThat(told).isEmpty();
    assertThat(faults.startFailure(new IOException("later")))
        .startsWith("broker did not start: no quorum");
  }

  @Test
  void startThatHangsAfterAFault_isToldInTheEnd() {
    fault("no quorum");
    for (int look = 0; look < 6; look++) {
      faults.look();
    }

    assertThat(told).singleElement().asString().contains("no quorum");
  }

  @Test
  void faultWhileStopping_isNoise() {
    faults.running();
    faults.close();
    fault("channel closed");

    assertThat(told).isEmpty();
  }

  private void fault(String message) {
    var handler = faults.handlers().build("a thread", true, () -> {});
    assertThat(handler.handleFault("failed", new IOException(message))).hasMessage("failed");
  }
}
