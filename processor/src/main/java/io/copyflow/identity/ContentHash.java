package io.copyflow.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over normalised text. Two texts with one hash are the same article for readers.
 *
 * @param value {@code v1:} and 64 lower-case hex digits; the prefix names the normalisation, so
 *     that a later one can stand beside it
 */
public record ContentHash(String value) {

  /**
   * Below this many letters a text says too little to identify an article: it is hashed together
   * with its title and host, so that stubs do not collide.
   */
  static final int SHORT_TEXT_LETTERS = 50;

  private static final String PREFIX = Normalisation.VERSION + ":";
  private static final HexFormat HEX = HexFormat.of();

  /** Refuses what is not a hash of a known version. */
  public ContentHash {
    if (!value.matches("v1:[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a content hash: " + value);
    }
  }

  /**
   * Hash of an article's text.
   *
   * @param text paragraphs without boilerplate, captions, dateline and credit lines
   * @param title headline; counts only for a short text
   * @param host host of the canonical URL; counts only for a short text
   */
  public static ContentHash ofText(String text, @Nullable String title, @Nullable String host) {
    String normalised = Normalisation.normalise(text);
    if (Normalisation.letters(normalised) >= SHORT_TEXT_LETTERS) {
      return sha256(normalised);
    }
    // The line feeds cannot stand in a normalised part, so the parts cannot run into each other.
    return sha256(
        normalised
            + "\n"
            + Normalisation.normalise(title == null ? "" : title)
            + "\n"
            + (host == null ? "" : host));
  }

  /** Hash of a title: a changed title alone is a revision, and no title is a title too. */
  public static ContentHash ofTitle(@Nullable String title) {
    return sha256(Normalisation.normalise(title == null ? "" : title));
  }

  /** The hash as 33 bytes for state stores: version, then the digest. */
  public byte[] toBytes() {
    var bytes = new byte[33];
    bytes[0] = 1;
    System.arraycopy(HEX.parseHex(value, PREFIX.length(), value.length()), 0, bytes, 1, 32);
    return bytes;
  }

  /** The hash from {@link #toBytes()}. */
  public static ContentHash fromBytes(byte[] bytes) {
    if (bytes.length != 33 || bytes[0] != 1) {
      throw new IllegalArgumentException("not a content hash of version 1");
    }
    return new ContentHash(PREFIX + HEX.formatHex(bytes, 1, 33));
  }

  static String sha256Hex(String text) {
    return HEX.formatHex(digest().digest(text.getBytes(UTF_8)));
  }

  private static ContentHash sha256(String normalised) {
    return new ContentHash(PREFIX + sha256Hex(normalised));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
