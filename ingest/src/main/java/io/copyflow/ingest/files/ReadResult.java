package io.copyflow.ingest.files;

import java.time.Instant;

/** What reading a file gave. A file that cannot be read is a value, not an exception. */
public sealed interface ReadResult {

  /**
   * All of a file, as it lay there at one moment.
   *
   * @param content the bytes; not copied, not to be changed
   * @param sha256 of the content
   * @param fileTime last modification
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each file would cost
  record Whole(byte[] content, Sha256 sha256, Instant fileTime) implements ReadResult {}

  /**
   * A file over the size limit: known by its hash, its bytes not held.
   *
   * @param bytes size of the file
   * @param sha256 of all of its bytes
   * @param fileTime last modification
   */
  record TooLarge(long bytes, Sha256 sha256, Instant fileTime) implements ReadResult {}

  /**
   * Nothing that can be trusted.
   *
   * @param reason one line: why, and what to do
   */
  record Failed(String reason) implements ReadResult {}
}
