package io.copyflow.ingest;

import io.copyflow.ingest.lifecycle.Reporter;
import io.copyflow.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a run has done so far, counted and told. Not thread-safe. */
final class Account implements Reporter {

  /** So many left-out files are remembered as told; more are told again at each scan. */
  private static final int MOST_TOLD = 10_000;

  private final Progress progress;
  private boolean rescan;
  private long sent;
  private long unchanged;
  private long refused;
  private long bytesSent;
  private long ignored;
  private long leftOut;
  private long cleared;
  private long setAside;
  private long stayed;
  private final List<Unreadable> named = new ArrayList<>();
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

  void found(int files) {
    if (!rescan) {
      progress.found(files);
    }
  }

  void sent(long bytes, boolean overLimit) {
    sent++;
    bytesSent += bytes;
    refused += overLimit ? 1 : 0;
    if (rescan) {
      progress.found(1);
    }
    progress.done(true, bytes);
  }

  void unchanged() {
    unchanged++;
    if (!rescan) {
      progress.done(false, 0);
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
    if (named.size() < IngestReport.MOST_NAMED) {
      named.add(unreadable);
    }
    tell("left out: ", unreadable);
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
        bytesSent,
        ignored,
        named,
        leftOut,
        new IngestReport.Inbox(cleared, setAside, stayed));
  }
}
