package io.copyflow.extract.charset;

import io.copyflow.extract.RejectReason;

/** Bytes as text, or why they are none. */
public sealed interface Decoding {

  /**
   * Every byte was decoded.
   *
   * @param text the content, without a byte order mark and without NUL characters
   * @param charset the encoding, an IANA name
   * @param origin how the encoding is known
   */
  record Text(String text, String charset, CharsetOrigin origin) implements Decoding {}

  /**
   * The bytes are no text that we can read.
   *
   * @param reason a signature's own, or {@link RejectReason#NOT_TEXT} or {@link
   *     RejectReason#UNDECODABLE_TEXT}
   * @param detail one line for people
   * @param at offset of the first byte that tells, or -1
   */
  record Failed(RejectReason reason, String detail, long at) implements Decoding {}
}
