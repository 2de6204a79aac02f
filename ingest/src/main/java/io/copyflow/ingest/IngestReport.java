package io.copyflow.ingest;

import java.util.List;

/**
 * What a run did. {@code files = sent + unchanged + unreadableCount}.
 *
 * @param files everything looked at; a folder that cannot be listed counts once
 * @param sent raw records that were committed
 * @param unchanged files whose last sent version is the one that lies there
 * @param refused those of the sent that went without their bytes: over the limit
 * @param bytesSent content of the committed raw records
 * @param ignored what the policy passes over: hidden files, editors' temporary files
 * @param unreadable what was left out and why, the first {@value #MOST_NAMED}
 * @param unreadableCount how many were left out
 * @param inbox what became of the files themselves
 */
public record IngestReport(
    long files,
    long sent,
    long unchanged,
    long refused,
    long bytesSent,
    long ignored,
    List<Unreadable> unreadable,
    long unreadableCount,
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

  /** A report that nobody changes afterwards. */
  public IngestReport {
    unreadable = List.copyOf(unreadable);
  }
}
