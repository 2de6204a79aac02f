package io.copyflow.extract.charset;

/** How a file's encoding is known. The names are a contract: they stand in articles. */
public enum CharsetOrigin {
  /** A byte order mark says so. */
  BYTE_ORDER_MARK,
  /** Every byte fits UTF-8, which other encodings do only by chance. */
  VALID_UTF8,
  /** The producer of the raw record said so. */
  HINT,
  /** The HTTP header of a captured page says so. */
  HTTP,
  /** The page's meta tag or XML declaration says so. */
  META,
  /** Statistics over the bytes. */
  DETECTED
}
