package io.copyflow.ingest.files;

/**
 * Why a document cannot be taken.
 *
 * @param reason one line: why, and what to do
 * @param isLasting whether it stays so until somebody does something; otherwise the next run may
 *     find it mended
 */
public record Fault(String reason, boolean isLasting) {

  /** What stays. */
  public static Fault lasting(String reason) {
    return new Fault(reason, true);
  }

  /** What may pass. */
  public static Fault passing(String reason) {
    return new Fault(reason, false);
  }

  /** The reason. */
  @Override
  public String toString() {
    return reason;
  }
}
