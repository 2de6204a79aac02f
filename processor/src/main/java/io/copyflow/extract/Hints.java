package io.copyflow.extract;

import org.jspecify.annotations.Nullable;

/**
 * What the producer was told about a file. Hints may lie: what the bytes say wins.
 *
 * @param mediaType media type, for instance {@code text/html}; null when unknown
 * @param charset character encoding, an IANA name; null when unknown
 * @param url address under which the file was fetched; null when unknown. Relative references are
 *     resolved against it, and it is the article's address where the file names none
 */
public record Hints(@Nullable String mediaType, @Nullable String charset, @Nullable String url) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(null, null, null);
}
