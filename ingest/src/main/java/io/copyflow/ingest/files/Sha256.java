package io.copyflow.ingest.files;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 (FIPS 180-4), held in four words: a million of them must fit easily.
 *
 * @param a first 8 bytes, big-endian
 * @param b next 8 bytes
 * @param c next 8 bytes
 * @param d last 8 bytes
 */
public record Sha256(long a, long b, long c, long d) {

  private static final int BYTES = 32;

  /** The hash of bytes. */
  public static Sha256 of(byte[] content) {
    return finish(start(content));
  }

  /**
   * The hash that 64 hex digits name.
   *
   * @throws IllegalArgumentException when they are not 64 hex digits
   */
  public static Sha256 ofHex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("not 64 hex digits");
    }
    return of(ByteBuffer.wrap(bytes));
  }

  /** 64 lower-case hex digits. */
  public String hex() {
    var bytes = ByteBuffer.allocate(BYTES).putLong(a).putLong(b).putLong(c).putLong(d);
    return HexFormat.of().formatHex(bytes.array());
  }

  /** A digest to feed piece by piece, for content that is not held in memory. */
  static MessageDigest start(byte... first) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  static Sha256 finish(MessageDigest digest) {
    return of(ByteBuffer.wrap(digest.digest()));
  }

  private static Sha256 of(ByteBuffer bytes) {
    return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }
}
