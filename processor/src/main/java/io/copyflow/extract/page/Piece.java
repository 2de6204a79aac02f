package io.copyflow.extract.page;

import io.copyflow.extract.text.Letters;

/**
 * What a text adds to the run that it stands in.
 *
 * @param length in letters of an alphabet; runs of white space count for one
 * @param stops ends of sentences
 * @param commas breaks within them
 * @param first the first letter or number, a code point; 0 when there is none
 */
record Piece(double length, int stops, int commas, int first) {

  /** A Han character says about as much as this many letters. */
  private static final double HAN = 2.5;

  private static final String STOPS = ".!?。！？…،؟।";
  private static final String COMMAS = ",;:、，；：،—–";

  private static final byte SPACE = 1;
  private static final byte DENSE = 2;
  private static final byte STOP = 4;
  private static final byte COMMA = 8;

  /** One look-up for each character of the first plane. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      int kind = c <= ' ' || c == 0xA0 ? SPACE : 0;
      kind |= c >= 0x3000 && c < 0xD800 ? DENSE : 0;
      kind |= STOPS.indexOf(c) >= 0 ? STOP : 0;
      kind |= COMMAS.indexOf(c) >= 0 ? COMMA : 0;
      KINDS[c] = (byte) kind;
    }
  }

  static Piece of(String text) {
    int letters = 0;
    int dense = 0;
    int stops = 0;
    int commas = 0;
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      byte kind = KINDS[text.charAt(i)];
      boolean space = kind == SPACE;
      letters += space && gap ? 0 : 1;
      gap = space;
      if (kind > SPACE) {
        dense += (kind & DENSE) / DENSE;
        stops += (kind & STOP) / STOP;
        commas += (kind & COMMA) / COMMA;
      }
    }
    return new Piece(letters + dense * (HAN - 1), stops, commas, Letters.first(text));
  }
}
