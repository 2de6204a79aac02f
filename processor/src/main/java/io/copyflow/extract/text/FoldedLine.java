package io.copyflow.extract.text;

/**
 * Builds a line out of pieces of text, folded as {@link Fold#line} would fold them put together.
 * Not thread-safe.
 */
public final class FoldedLine {

  private final StringBuilder line = new StringBuilder();

  /** The line as long as it is one piece, which most lines are: spares it two copies. */
  private String only = "";

  private boolean gap;

  /**
   * Adds a piece.
   *
   * @return true when it holds anything but white space, be it invisible
   */
  public boolean append(String piece) {
    boolean blank = true;
    int run = 0;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (Fold.isPlain(c)) {
        blank = false;
        continue;
      }
      if (c == ' ' && i > run && i + 1 < piece.length() && Fold.isPlain(piece.charAt(i + 1))) {
        // Between two words, which is where nearly all white space is.
        continue;
      }
      boolean space = Fold.isSpace(c);
      blank &= space;
      if (Fold.isFolded(c) && !isInside(piece, run, i)) {
        append(piece, run, i);
        run = i + 1;
        gap |= space;
      }
    }
    append(piece, run, piece.length());
    return !blank;
  }

  /** Adds white space. */
  public void space() {
    gap = true;
  }

  /** The line, which may be empty; what follows begins another. */
  public String end() {
    String text = line.length() == 0 ? only : line.toString();
    only = "";
    line.setLength(0);
    gap = false;
    return text;
  }

  /** A single space between two visible characters stays as it is: no need to end the run. */
  private static boolean isInside(String piece, int run, int at) {
    return piece.charAt(at) == ' '
        && at > run
        && at + 1 < piece.length()
        && !Fold.isFolded(piece.charAt(at + 1));
  }

  private void append(String piece, int from, int to) {
    if (from == to) {
      return;
    }
    String run = piece.substring(from, to);
    boolean begun = line.length() > 0;
    if (!begun && only.isEmpty()) {
      only = run;
    } else {
      line.append(begun ? "" : only).append(gap ? " " : "").append(run);
    }
    gap = false;
  }
}
