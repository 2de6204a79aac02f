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
  private final AtomicLong now = new AtomicLong();

  @Test
  void line_comesEveryTenSecondsWithTheRateSinceTheLast() {
    var lines = new LineProgress(out, now::get);

    file(lines, true, 1_500_000);
    assertThat(printed()).isEmpty();
    seconds(10);
    file(lines, false, 500_000);
    seconds(10);
    lines.passed(4_000_000);

    assertThat(printed())
        .isEqualTo(
            """
            ingest: 1 files, 1 sent, 2.0 MB, 0 files/s, 0.2 MB/s
            ingest: 2 files, 1 sent, 6.0 MB, 0 files/s, 0.4 MB/s
            """);
  }

  @Test
  void line_tellsWhatIsLeftOnceAllIsCounted() {
    var lines = new LineProgress(out, now::get);
    lines.total(3_600_000_000L);
    for (int i = 0; i < 1_199; i++) {
      file(lines, true, 0);
    }
    lines.passed(1_500_000);
    seconds(10);
    lines.done(true);
    lines.passed(0);

    assertThat(printed())
        .isEqualTo(
            "ingest: 1,200 files, 1,200 sent, 1.5 of 3,600.0 MB, 120 files/s, 0.2 MB/s,"
                + " 6:39:50 left\n");
  }

  @Test
  void lineOfMoreThanWasCounted_hasNothingLeft() {
    var lines = new LineProgress(out, now::get);
    lines.total(10);
    seconds(10);
    lines.passed(20);

    assertThat(printed()).endsWith(" 0:00:00 left\n");
  }

  @Test
  void lines_haveNoControlCharacters() {
    try (var lines = new LineProgress(out, now::get)) {
      lines.says("left out: x");
      seconds(20);
      file(lines, true, 7);
    }

    assertThat(printed().lines()).hasSize(2).allMatch(line -> line.matches("\\P{Cntrl}+"));
  }

  @Test
  void bar_endsWithWhatWasDone() {
    try (var bar = new BarProgress(out, false)) {
      bar.total(30_000_000);
      file(bar, true, 10_000_000);
      bar.says("left out: x");
      file(bar, false, 20_000_000);
    }

    assertThat(printed())
        .contains("left out: x\n")
        .contains("100%")
        .contains("30/30MB")
        .contains("MB/s 2 files");
  }

  @Test
  void barWithoutATotal_tellsNoTimeLeft() {
    try (var bar = new BarProgress(out, false)) {
      file(bar, true, 5_000_000);
    }

    assertThat(printed()).contains("5/?MB").contains("/ ?)").doesNotContain("100%");
  }

  @Test
  void barWithoutColour_hasNoColourCodes() {
    try (var bar = new BarProgress(out, false)) {
      bar.total(1);
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

  private static void file(Progress progress, boolean sent, long bytes) {
    progress.passed(bytes);
    progress.done(sent);
  }

  private void seconds(int seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
