package io.copyflow.extract.page;

/** Running text between two block boundaries, measured. Not thread-safe. */
final class Run {

  /** A Han character says about as much as this many letters. */
  private static final double HAN = 2.5;

  /** Shorter runs are labels. */
  private static final int SHORTEST = 25;

  private static final String STOPS = ".!?。！？…،؟।";
  private static final String COMMAS = ",;:、，；：،—–";

  double length;
  double linked;
  private int stops;
  private int commas;

  void append(String text, boolean inLink) {
    boolean gap = true;
    double added = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ' || c == 0xA0;
      added += space ? (gap ? 0 : 1) : weight(c);
      gap = space;
      count(c);
    }
    length += added;
    linked += inLink ? added : 0;
  }

  /** Length of what reads like prose: sentences outside links. */
  double prose() {
    if (length < SHORTEST || linked > length / 2) {
      return 0;
    }
    double plain = length - linked;
    boolean sentence = stops > 0 && plain > 2 * SHORTEST;
    return sentence || commas > 1 ? plain : plain / 5;
  }

  void clear() {
    length = 0;
    linked = 0;
    stops = 0;
    commas = 0;
  }

  private void count(char c) {
    if (c < 0x80 ? !Character.isLetterOrDigit(c) : c > 0x600 || c == '…' || c == '—' || c == '–') {
      stops += STOPS.indexOf(c) >= 0 ? 1 : 0;
      commas += COMMAS.indexOf(c) >= 0 ? 1 : 0;
    }
  }

  private static double weight(char c) {
    boolean dense = c >= 0x3000 && c < 0xD800;
    return dense ? HAN : 1;
  }
}
