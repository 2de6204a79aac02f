package io.copyflow.extract.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What stands around an element. */
final class Around {

  private Around() {}

  /** The nearest {@code article}, which may be the element itself; null when there is none. */
  static @Nullable Element article(Element element) {
    @Nullable Element at = element;
    while (at != null && !at.normalName().equals("article")) {
      at = at.parent();
    }
    return at;
  }
}
