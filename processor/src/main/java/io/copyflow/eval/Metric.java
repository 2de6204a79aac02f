package io.copyflow.eval;

import java.util.Locale;

/** What is measured. The order is the order of reports; the labels are a contract with scripts. */
public enum Metric {
  /** Whether it is an article or has nothing to read. */
  OUTCOME(Kind.SHARE),
  /** The headline. */
  TITLE(Kind.SHARE),
  /** The address as the file has it. */
  URL(Kind.SHARE),
  /** The publisher's registrable domain. */
  PUBLISHER(Kind.SHARE),
  /** The main language; the script too, where the label names one. */
  LANGUAGE(Kind.SHARE),
  /** The whole text, by shingles of four tokens. */
  TEXT(Kind.MEANS),
  /** The first words of the text. */
  OPENING(Kind.SHARE),
  /** Pieces that must be in the text, and pieces that must not. */
  SEGMENTS(Kind.ITEMS),
  /** The day of publication. */
  DAY(Kind.SHARE),
  /** The minute of publication. */
  MINUTE(Kind.SHARE),
  /** The date that the body prints, among the candidates. */
  BODY_DATE(Kind.SHARE),
  /** The date of the file's header, among the candidates. */
  HEADER_DATE(Kind.SHARE),
  /** The set of authors. */
  AUTHORS(Kind.ITEMS),
  /** The set of credited agencies. */
  AGENCIES(Kind.ITEMS),
  /** The set of captions. */
  CAPTIONS(Kind.ITEMS),
  /** The set of pictures. */
  IMAGES(Kind.ITEMS),
  /** The first picture. */
  LEAD_IMAGE(Kind.SHARE),
  /** The copyright line. */
  RIGHTS(Kind.SHARE),
  /** Whether two files of one article have one article id. */
  ONE_ARTICLE(Kind.SHARE),
  /** Whether of two files with one text, one is the other's revision, re-crawl or duplicate. */
  LINKED(Kind.SHARE);

  /** How the marks of many files become one figure. */
  public enum Kind {
    /** Each file is right or wrong: a share of files. */
    SHARE,
    /** Each file has items: the items of all files are counted together. */
    ITEMS,
    /** Each file has a precision and a recall: their means, so that a long text weighs no more. */
    MEANS
  }

  private final Kind kind;

  Metric(Kind kind) {
    this.kind = kind;
  }

  /** How many files are summed up. */
  public Kind kind() {
    return kind;
  }

  /** Its name in reports, for instance {@code lead-image}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
