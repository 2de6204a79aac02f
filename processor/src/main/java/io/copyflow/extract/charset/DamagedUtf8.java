package io.copyflow.extract.charset;

/** UTF-8 with a few bad bytes, as opposed to another encoding. */
final class DamagedUtf8 {

  private DamagedUtf8() {}

  /** True when far more multi-byte sequences are right than wrong. */
  static boolean isLikely(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = sequence(bytes, i);
      good += length > 1 ? 1 : 0;
      bad += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return good > 10 * bad && good > 0;
  }

  /** Offset of the first byte that is not UTF-8, or -1. */
  static int firstBadByte(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      int length = sequence(bytes, i);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  /** Length of the sequence that starts here, 0 when none does. */
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
