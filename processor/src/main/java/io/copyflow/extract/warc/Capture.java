package io.copyflow.extract.warc;

import io.copyflow.extract.RejectReason;
import org.jspecify.annotations.Nullable;

/** What a WARC file holds. */
public sealed interface Capture {

  /**
   * A page, as its server sent it.
   *
   * @param content its bytes, unpacked
   * @param url the address that was asked for; null when the record names none
   * @param charset the encoding that the server named; null when it named none
   */
  record Page(byte[] content, @Nullable String url, @Nullable String charset) implements Capture {}

  /**
   * Something that is no page.
   *
   * @param reason the code
   * @param detail one line for people
   */
  record Refused(RejectReason reason, String detail) implements Capture {}
}
