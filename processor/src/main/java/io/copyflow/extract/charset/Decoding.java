package io.copyflow.extract.charset;

import io.copyflow.extract.RejectReason;

/** Bytes as text, or why they are none. */
public sealed interface Decoding {

  /**
   * The bytes are text.
   *
   * @param text the content, without a byte order mark and without NUL characters
   * @param charset the encoding, an IANA name
   * @param origin how the encoding is known
   * @param undecodable places where bytes fit no character and U+FFFD stands for them
   */
  record Text(String text, String charset, CharsetOrigin origin, int undecodable)
      implements Decoding {}

  /**
   * Nearly all bytes are text. A page may be read so, which is how browsers read it; a file that
   * somebody wrote for us was damaged after that, and may not.
   *
   * @param text with its damage counted
   * @param refusal what to say when that will not do
   */
  record Damaged(Text text, Failed refusal) implements Decoding {}

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
