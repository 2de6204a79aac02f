package io.copyflow.ingest.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line every 10 seconds, for logs. */
final class LineProgress implements Progress {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private long lastLine;
  private long found;
  private long done;
  private long sent;
  private long bytes;

  LineProgress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.lastLine = nanoTime.getAsLong();
  }

  @Override
  public void found(long files) {
    found += files;
  }

  @Override
  public void done(boolean wasSent, long moreBytes) {
    done++;
    sent += wasSent ? 1 : 0;
    bytes += moreBytes;
    long now = nanoTime.getAsLong();
    if (now - lastLine >= INTERVAL) {
      lastLine = now;
      says(summary());
    }
  }

  @Override
  public void says(String line) {
    out.println(line);
  }

  @Override
  public void close() {
    out.flush();
  }

  private String summary() {
    return String.format(
        Locale.ROOT, "ingest: %,d of %,d files, %,d sent, %.1f MB", done, found, sent, bytes / 1e6);
  }
}
