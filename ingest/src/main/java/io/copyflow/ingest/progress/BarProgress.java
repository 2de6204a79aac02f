package io.copyflow.ingest.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that redraws itself, for people. */
final class BarProgress implements Progress {

  /** Narrower than any usual terminal: a bar that wraps fills the screen with itself. */
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final ProgressBar bar;
  private long found;
  private long sent;

  BarProgress(PrintStream out, boolean colour) {
    this.out = out;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("ingest")
            .setInitialMax(0)
            .setUnit(" files", 1)
            .setStyle(
                colour ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
            .build();
  }

  @Override
  public void found(long files) {
    found += files;
    bar.maxHint(found);
  }

  @Override
  public void done(boolean wasSent, long bytes) {
    sent += wasSent ? 1 : 0;
    bar.setExtraMessage(sent + " sent");
    bar.step();
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
