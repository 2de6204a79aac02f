package io.copyflow.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
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
  private static final Pattern HASH = Pattern.compile("v1:[0-9a-f]{64}");
  private static final Pattern BEGINNING = Pattern.compile("v1:[0-9a-f]{16}");
  private static final HexFormat HEX = HexFormat.of();

  /** Refuses what is not a hash of a known version. */
  public ContentHash {
    if (!HASH.matcher(value).matches()) {
      throw new IllegalArgumentException("not a content hash: " + value);
    }
  }

  /** What the hash of an article's text is over; see {@link Hashes#ofText}. */
  static String image(String text, @Nullable String title, @Nullable String host) {
    String normalised = Normalisation.normalise(text);
    if (Normalisation.letters(normalised) >= SHORT_TEXT_LETTERS) {
      return normalised;
    }
    // The line feeds cannot stand in a normalised part, so the parts cannot run into each other.
    return normalised
        + "\n"
        + Normalisation.normalise(title == null ? "" : title)
        + "\n"
        + (host == null ? "" : host);
  }

  /** The digest, 32 bytes, for stores and messages. */
  public byte[] digest() {
    return HEX.parseHex(value, PREFIX.length(), value.length());
  }

  /** The hash of a digest from {@link #digest()}. */
  public static ContentHash ofDigest(byte[] digest) {
    return new ContentHash(PREFIX + HEX.formatHex(digest));
  }

  /**
   * The beginning of the value that holds the first 64 bits of the digest: enough to bring equal
   * contents together.
   */
  public String beginning() {
    return value.substring(0, PREFIX.length() + 16);
  }

  /** The beginning of a hash with these first 64 bits. */
  public static String beginning(long first64Bits) {
    return PREFIX + HEX.toHexDigits(first64Bits);
  }

  /**
   * The first 64 bits of the digest of a hash, of which the beginning is enough.
   *
   * @throws IllegalArgumentException when it is no beginning of a hash of a known version
   */
  public static long first64Bits(String beginning) {
    if (!BEGINNING.matcher(beginning).lookingAt()) {
      throw new IllegalArgumentException("not the beginning of a content hash: " + beginning);
    }
    return Long.parseUnsignedLong(beginning, PREFIX.length(), PREFIX.length() + 16, 16);
  }

  /** The first 64 bits of the digest. */
  long first64Bits() {
    return first64Bits(value);
  }

  static String sha256Hex(String text) {
    return HEX.formatHex(sha256().digest(text.getBytes(UTF_8)));
  }

  static ContentHash sha256(String normalised) {
    return new ContentHash(PREFIX + sha256Hex(normalised));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
