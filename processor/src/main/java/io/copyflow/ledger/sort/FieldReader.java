package io.copyflow.ledger.sort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Reads the fields that {@link FieldWriter} wrote, in the same order. */
public final class FieldReader {

  private final ByteBuffer bytes;

  /** Begins with the first field. */
  public FieldReader(byte[] record) {
    bytes = ByteBuffer.wrap(record);
  }

  /** A number from 0 to 255. */
  public int small() {
    return bytes.get() & 0xff;
  }

  /** A number of four bytes. */
  public int number() {
    return bytes.getInt();
  }

  /** A number of eight bytes. */
  public long longNumber() {
    return bytes.getLong();
  }

  /** A text. */
  public String text() {
    int start = bytes.position();
    int end = start;
    while (bytes.get(end) != FieldWriter.END) {
      end++;
    }
    if (bytes.get(end + 1) == FieldWriter.END) {
      bytes.position(end + 2);
      return new String(bytes.array(), start, end - start, UTF_8);
    }
    return textWithZeros();
  }

  private String textWithZeros() {
    var text = new ByteArrayOutputStream();
    while (true) {
      byte one = bytes.get();
      if (one == FieldWriter.END && bytes.get() == FieldWriter.END) {
        return text.toString(UTF_8);
      }
      text.write(one);
    }
  }
}
