package io.copyflow.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a page states its headline; houses that write several mean one of them. */
public enum HeadlineSource {
  /** {@code headline} of the article in JSON-LD. */
  LINKED_DATA,
  /** {@code og:title}. */
  OPEN_GRAPH,
  /** The first {@code h1}. */
  HEADING,
  /** The title element, without the site's name. */
  TITLE_ELEMENT;

  /** As publisher files write it: {@code open-graph}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The source of a key; empty when it names none. */
  public static Optional<HeadlineSource> of(String key) {
    return Arrays.stream(values()).filter(source -> source.key().equals(key)).findFirst();
  }
}
