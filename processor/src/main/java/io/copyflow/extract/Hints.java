package io.copyflow.extract;

import org.jspecify.annotations.Nullable;

/**
 * What the producer was told about a file. Hints may lie: what the bytes say wins.
 *
 * @param mediaType media type, for instance {@code text/html}; null when unknown
 * @param charset character encoding, an IANA name; null when unknown
 */
public record Hints(@Nullable String mediaType, @Nullable String charset) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(null, null);
}
