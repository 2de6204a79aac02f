package io.copyflow.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void line_comesEveryTenSeconds() {
    var now = new AtomicLong();
    var lines = new LineProgress(out, now::get);
    lines.found(1200);

    lines.done(true, 1_500_000);
    assertThat(printed()).isEmpty();
    now.addAndGet(TimeUnit.SECONDS.toNanos(10));
    lines.done(false, 0);
    lines.done(false, 0);

    assertThat(printed()).isEqualTo("ingest: 2 of 1,200 files, 1 sent, 1.5 MB\n");
  }

  @Test
  void bar_endsWithWhatWasDone() {
    try (var bar = new BarProgress(out, false)) {
      bar.found(3);
      bar.done(true, 10);
      bar.done(false, 0);
      bar.says("left out: x");
      bar.done(true, 10);
    }

    assertThat(printed()).contains("left out: x\n").contains("3/3 files").contains("2 sent");
  }

  @Test
  void barWithoutColour_hasNoColourCodes() {
    try (var bar = new BarProgress(out, false)) {
      bar.found(1);
    }
    assertThat(printed()).doesNotContain("\u001b[3");
  }

  @Test
  void noColor_turnsColourOffWhateverItsValue() {
    assertThat(Terminal.allowsColour(null)).isTrue();
    assertThat(Terminal.allowsColour("")).isTrue();
    assertThat(Terminal.allowsColour("0")).isFalse();
  }

  @Test
  void terminal_isKnownByItsDevice() {
    assertThat(Terminal.isTerminal("/dev/pts/3")).isTrue();
    assertThat(Terminal.isTerminal("/dev/tty1")).isTrue();
    assertThat(Terminal.isTerminal("pipe:[4711]")).isFalse();
    assertThat(Terminal.isTerminal("/dev/null")).isFalse();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
