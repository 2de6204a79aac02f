package io.copyflow.eval;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a labelled file must be like: a label says nothing of other bytes.
 *
 * @param sha256 SHA-256 of the bytes in hex; null when the label does not say
 * @param bytes how many they are, unpacked; -1 when the label does not say
 */
record Fingerprint(@Nullable String sha256, long bytes) {

  /** Why these are not the labelled bytes; empty when they are. */
  Optional<String> difference(byte[] content) {
    if (bytes >= 0 && bytes != content.length) {
      return other(content.length + " bytes where the label says " + bytes);
    }
    if (sha256 != null && !sha256.toLowerCase(Locale.ROOT).equals(hash(content))) {
      return other("its SHA-256 is not the label's");
    }
    return Optional.empty();
  }

  private static Optional<String> other(String what) {
    return Optional.of("is another file than the labelled one (" + what + "); fetch it again");
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
