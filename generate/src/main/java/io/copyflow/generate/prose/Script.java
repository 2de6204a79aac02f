package io.copyflow.generate.prose;

/** In what a text is written. */
public enum Script {
  /** Chinese in simplified characters. */
  HANS("han.txt", 0),
  /** Chinese in traditional characters. */
  HANT("han.txt", 1),
  /** English. */
  LATIN("latin.txt", 0);

  private final String vocabulary;
  private final int column;

  Script(String vocabulary, int column) {
    this.vocabulary = vocabulary;
    this.column = column;
  }

  /** The other script of the same language; its own where there is only one. */
  public Script mirror() {
    return switch (this) {
      case HANS -> HANT;
      case HANT -> HANS;
      case LATIN -> LATIN;
    };
  }

  String vocabulary() {
    return vocabulary;
  }

  int column() {
    return column;
  }
}
