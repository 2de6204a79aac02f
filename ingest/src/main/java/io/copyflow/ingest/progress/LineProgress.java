package io.copyflow.ingest.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line every 10 seconds, for logs: no control characters, nothing is drawn over. */
final class LineProgress implements Progress {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);
  private static final long UNKNOWN = -1;

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long start;
  private volatile long total = UNKNOWN;
  private long files;
  private long sent;
  private long bytes;
  private Mark last;

  /** Where things stood when a line was printed. */
  private record Mark(long at, long files, long bytes) {}

  LineProgress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.last = new Mark(start, 0, 0);
  }

  @Override
  public boolean wantsTotal() {
    return true;
  }

  @Override
  public void total(long all) {
    total = all;
  }

  @Override
  public void done(boolean wasSent) {
    files++;
    sent += wasSent ? 1 : 0;
    lineIfDue();
  }

  @Override
  public void passed(long more) {
    bytes += more;
    lineIfDue();
  }

  @Override
  public void says(String line) {
    out.println(line);
  }

  @Override
  public void close() {
    out.flush();
  }

  private void lineIfDue() {
    long now = nanoTime.getAsLong();
    if (now - last.at() >= INTERVAL) {
      says(text("ingest: %,d files, %,d sent, ", files, sent) + volume() + rate(now) + left(now));
      last = new Mark(now, files, bytes);
    }
  }

  private String volume() {
    return total == UNKNOWN
        ? text("%,.1f MB", bytes / 1e6)
        : text("%,.1f of %,.1f MB", bytes / 1e6, total / 1e6);
  }

  /** Since the line before. */
  private String rate(long now) {
    double seconds = (now - last.at()) / 1e9;
    return text(
        ", %,.0f files/s, %,.1f MB/s",
        (files - last.files()) / seconds, (bytes - last.bytes()) / 1e6 / seconds);
  }

  /** At the mean pace so far. */
  private String left(long now) {
    if (total == UNKNOWN || bytes == 0) {
      return "";
    }
    double nanos = (double) (now - start) / bytes * Math.max(0, total - bytes);
    var left = Duration.ofNanos((long) nanos);
    return text(", %d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
