package io.copyflow.ingest;

/**
 * A file or folder that was left out.
 *
 * @param path where it lies, safe to print
 * @param reason why, and what to do about it; one line
 */
public record Unreadable(String path, String reason) {

  /** One line for people. */
  public String line() {
    return path + ": " + reason;
  }
}
