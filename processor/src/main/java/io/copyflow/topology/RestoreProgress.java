package io.copyflow.topology;

/**
 * How far state is restored, at one moment.
 *
 * @param stores parts of stores that are being restored; 0 when there is nothing to restore
 * @param restored records of theirs that are back
 * @param total records of theirs in all
 */
public record RestoreProgress(int stores, long restored, long total) {

  /** Records that are still to come. */
  public long remaining() {
    return Math.max(0, total - restored);
  }
}
