package io.copyflow.extract.page;

/** Running text between two block boundaries, measured. Not thread-safe. */
final class Run {

  /** Shorter runs are labels. */
  private static final int SHORTEST = 25;

  double length;
  double linked;
  private int stops;
  private int commas;

  void append(Piece piece, boolean inLink) {
    length += piece.length();
    linked += inLink ? piece.length() : 0;
    stops += piece.stops();
    commas += piece.commas();
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
}
