package io.copyflow.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stands for bytes in comparisons: the first 128 bits of their SHA-256. Evidence is then small and
 * of one size; no two of 10^15 values meet by chance.
 */
public record Fingerprint(long high, long low) {

  /** Of bytes. */
  public static Fingerprint of(byte[] bytes) {
    try {
      var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new Fingerprint(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Of a text, as UTF-8. */
  public static Fingerprint of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Writes it as two fields. */
  public FieldWriter write(FieldWriter out) {
    return out.number(high).number(low);
  }

  /** Reads what {@link #write} wrote. */
  public static Fingerprint read(FieldReader in) {
    return new Fingerprint(in.longNumber(), in.longNumber());
  }
}
