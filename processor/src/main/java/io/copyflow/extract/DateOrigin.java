package io.copyflow.extract;

/** Where in the file a date stands. */
public enum DateOrigin {
  /** Not known. */
  UNKNOWN,
  /** The epoch comment or the date line of the header. */
  HEADER,
  /** The body's visible text. */
  BODY,
  /** Machine-readable markup of the body. */
  META,
  /** The article's address. */
  URL,
  /** The front matter. */
  FRONT_MATTER
}
