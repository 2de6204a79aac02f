package io.copyflow.ingest.files;

/** What reading a document gave. One that cannot be read is a value, not an exception. */
public sealed interface ReadResult {

  /**
   * All of a document, as it lay there at one moment.
   *
   * @param content the bytes; not copied, not to be changed
   * @param sha256 of the content
   * @param told what is known beside
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each file would cost
  record Whole(byte[] content, Sha256 sha256, Told told) implements ReadResult {}

  /**
   * A document over the size limit: known by its hash, its bytes not held.
   *
   * @param bytes size of the document
   * @param sha256 of all of its bytes
   * @param told what is known beside
   */
  record TooLarge(long bytes, Sha256 sha256, Told told) implements ReadResult {}

  /**
   * Nothing that can be trusted.
   *
   * @param fault why
   */
  record Failed(Fault fault) implements ReadResult {}
}
