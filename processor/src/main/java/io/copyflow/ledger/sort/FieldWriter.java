package io.copyflow.ledger.sort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Writes fields into one byte record, so that records compare, unsigned, as their fields do, one
 * after the other. {@link FieldReader} reads them back in the same order.
 */
public final class FieldWriter {

  /** Ends a text; a zero inside one is followed by {@link #ESCAPED}, which sorts after it. */
  static final int END = 0;

  static final int ESCAPED = 0xff;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

  /** A small number, from 0 to 255. */
  public FieldWriter small(int value) {
    bytes.write(value);
    return this;
  }

  /** A number; negative ones sort behind all others. */
  public FieldWriter number(int value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  /** A number; negative ones sort behind all others. */
  public FieldWriter number(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  /** A text of any length, which sorts as its UTF-8 bytes do. */
  public FieldWriter text(String text) {
    for (byte one : text.getBytes(UTF_8)) {
      bytes.write(one);
      if (one == END) {
        bytes.write(ESCAPED);
      }
    }
    bytes.write(END);
    bytes.write(END);
    return this;
  }

  /** The record. */
  public byte[] toBytes() {
    return bytes.toByteArray();
  }
}
