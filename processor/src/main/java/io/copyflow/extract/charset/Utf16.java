package io.copyflow.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-16 without a byte order mark: an article file begins with ASCII (its header, or the tags of a
 * page), so one half of many pairs is NUL, always the same half.
 */
final class Utf16 {

  /** No more than the beginning: what follows may be Chinese for many pages. */
  private static final int SAMPLE = 512;

  private Utf16() {}

  static Optional<Charset> guess(byte[] bytes) {
    int first = 0;
    int second = 0;
    int end = Math.min(bytes.length & ~1, SAMPLE);
    for (int i = 0; i < end; i += 2) {
      first += bytes[i] == 0 ? 1 : 0;
      second += bytes[i + 1] == 0 ? 1 : 0;
    }
    return guess(first, second, end / 2);
  }

  private static Optional<Charset> guess(int first, int second, int pairs) {
    boolean evenLength = pairs > 1;
    if (evenLength && second * 20 > pairs && first * 20 < second) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return evenLength && first * 20 > pairs && second * 20 < first
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }
}
