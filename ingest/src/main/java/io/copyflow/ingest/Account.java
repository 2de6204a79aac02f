package io.copyflow.ingest;

import io.copyflow.ingest.lifecycle.Reporter;
import io.copyflow.ingest.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run has done so far, counted and told. Not thread-safe. */
final class Account implements Reporter {

  /** So many left-out files are remembered as told; more are told again at each scan. */
  private static final int MOST_TOLD = 10_000;

  private static final int MOST_REASONS = 50;
  private static final String OTHER_REASONS = "other reasons";

  private final Progress progress;
  private boolean rescan;
  private long sent;
  private long unchanged;
  private long refused;
  private long bytesRead;
  private long bytesSent;
  private long ignored;
  private long leftOut;
  private long cleared;
  private long setAside;
  private long stayed;
  private final long start = System.nanoTime();
  private final List<Unreadable> named = new ArrayList<>();
  private final Map<String, Long> reasons = new TreeMap<>();
  private Set<Unreadable> toldBefore = new HashSet<>();
  private Set<Unreadable> toldNow = new HashSet<>();

  Account(Progress progress) {
    this.progress = progress;
  }

  /**
   * The same folders are looked at again: from now on only news are told, or each rescan would
   * repeat the whole archive.
   */
  void nextScan() {
    rescan = true;
    toldBefore = toldNow;
    toldNow = new HashSet<>();
  }

  /**
   * A document was sent.
   *
   * @param bytes of its content
   * @param overLimit whether it went without them
   */
  void sent(long bytes, boolean overLimit) {
    sent++;
    bytesRead += bytes;
    bytesSent += overLimit ? 0 : bytes;
    refused += overLimit ? 1 : 0;
    progress.done(true);
  }

  void unchanged(long bytes) {
    unchanged++;
    bytesRead += bytes;
    if (!rescan) {
      progress.done(false);
    }
  }

  /** So many bytes of files were gone through; a rescan goes through the same ones again. */
  void passed(long bytes) {
    if (!rescan && bytes > 0) {
      progress.passed(bytes);
    }
  }

  void ignored() {
    ignored++;
  }

  /**
   * Something was left out.
   *
   * @param place safe to print
   */
  void leftOut(String place, String reason) {
    var unreadable = new Unreadable(place, reason);
    leftOut++;
    reasons.merge(cause(reason), 1L, Long::sum);
    if (named.size() < IngestReport.MOST_NAMED) {
      named.add(unreadable);
    }
    tell("left out: ", unreadable);
  }

  /** Without the remedy; of hostile archives, whose members have reasons without end, only some. */
  private String cause(String reason) {
    String cause = reason.split(";", 2)[0];
    return reasons.size() < MOST_REASONS || reasons.containsKey(cause) ? cause : OTHER_REASONS;
  }

  private void tell(String what, Unreadable file) {
    if (!toldBefore.contains(file)) {
      progress.says(what + file.line());
    }
    if (toldNow.size() < MOST_TOLD) {
      toldNow.add(file);
    }
  }

  @Override
  public void cleared() {
    cleared++;
  }

  @Override
  public void setAside() {
    setAside++;
  }

  @Override
  public void stays(String place, String reason) {
    stayed++;
    tell("stays where it is: ", new Unreadable(place, reason));
  }

  IngestReport report() {
    return new IngestReport(
        sent + unchanged + leftOut,
        sent,
        unchanged,
        refused,
        new IngestReport.Volume(bytesRead, bytesSent, Duration.ofNanos(System.nanoTime() - start)),
        ignored,
        named,
        leftOut,
        reasons,
        new IngestReport.Inbox(cleared, setAside, stayed));
  }
}
