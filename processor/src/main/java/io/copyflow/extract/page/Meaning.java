package io.copyflow.extract.page;

import java.util.Locale;

/** What a class name or an id may say of an element; each has its list in {@code words.yaml}. */
enum Meaning {
  /** No article text, however much of it there is. */
  NEVER,
  /** No article text, unless much of the page's prose stands in such elements. */
  RARELY,
  /** No article text when it is a small part of it. */
  SELDOM,
  /** The text of an article. */
  ARTICLE,
  /** The summary under a headline. */
  STANDFIRST,
  /** A caption. */
  CAPTION;

  /** Key of its list. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int meanings) {
    return (meanings & bit()) != 0;
  }
}
