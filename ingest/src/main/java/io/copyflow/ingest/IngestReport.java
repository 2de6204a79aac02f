package io.copyflow.ingest;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did. {@code files = sent + unchanged + unreadableCount}.
 *
 * @param files everything looked at; a folder that cannot be listed counts once
 * @param sent raw records that were committed
 * @param unchanged files whose last sent version is the one that lies there
 * @param refused those of the sent that went without their bytes: over the limit
 * @param volume bytes and time
 * @param ignored what the policy passes over: hidden files, editors' temporary files
 * @param unreadable what was left out and why, the first {@value #MOST_NAMED}
 * @param unreadableCount how many were left out
 * @param reasons how many of them for each cause, in the causes' order
 * @param inbox what became of the files themselves
 */
public record IngestReport(
    long files,
    long sent,
    long unchanged,
    long refused,
    Volume volume,
    long ignored,
    List<Unreadable> unreadable,
    long unreadableCount,
    Map<String, Long> reasons,
    Inbox inbox) {

  /** How many left-out files a report names; the rest is counted. */
  public static final int MOST_NAMED = 100;

  /**
   * What became of files, where they do not stay as they are.
   *
   * @param cleared moved or deleted, for they are in Kafka
   * @param setAside moved, for they cannot be ingested
   * @param stayed should have been one of them, and could not
   */
  public record Inbox(long cleared, long setAside, long stayed) {}

  /**
   * How much it was and how long it took.
   *
   * @param bytesRead content of what was sent or unchanged, as documents, not as packed
   * @param bytesSent content of the committed raw records
   * @param took from the beginning to this report
   */
  public record Volume(long bytesRead, long bytesSent, Duration took) {

    /** So much in a second; 0 when it took no time. */
    public double perSecond(long amount) {
      return took.isZero() ? 0 : amount * 1e9 / took.toNanos();
    }
  }

  /** A report that nobody changes afterwards. */
  public IngestReport {
    unreadable = List.copyOf(unreadable);
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }
}
