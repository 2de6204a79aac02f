package io.copyflow.ingest.progress;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar that redraws itself, for people: megabytes of all, time, time left, rate, files. Until all
 * is counted, and where it never is, it has no end and tells no time left.
 */
final class BarProgress implements Progress {

  /** Narrower than any usual terminal: a bar that wraps fills the screen with itself. */
  private static final int WIDTH = 78;

  private static final long UNKNOWN = -1;
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private final PrintStream out;
  private final ProgressBar bar;
  private long files;

  BarProgress(PrintStream out, boolean colour) {
    this.out = out;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("ingest")
            .setInitialMax(UNKNOWN)
            .setUnit("MB", 1_000_000)
            .showSpeed(new DecimalFormat("0.0", SYMBOLS))
            .setStyle(
                colour ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
            .build();
  }

  @Override
  public boolean wantsTotal() {
    return true;
  }

  @Override
  public void total(long bytes) {
    bar.maxHint(bytes);
  }

  @Override
  public void done(boolean sent) {
    files++;
    bar.setExtraMessage(String.format(Locale.ROOT, " %,d files", files));
  }

  @Override
  public void passed(long bytes) {
    bar.stepBy(bytes);
  }

  @Override
  public void says(String line) {
    // Over the bar, which then redraws itself one line below.
    out.println("\r" + " ".repeat(WIDTH) + "\r" + line);
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
  }
}
