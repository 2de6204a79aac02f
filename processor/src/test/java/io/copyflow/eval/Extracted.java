package io.copyflow.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;

/** What the real extractor makes of a small file. */
final class Extracted {

  private static final Extractor EXTRACTOR = Extractor.standard();

  private Extracted() {}

  static Found file(String content) {
    return Found.of(EXTRACTOR.extract(content.getBytes(UTF_8), Hints.NONE));
  }

  /** An archive file with this body. */
  static Found body(String html) {
    return file("<!--NaN-->\n[Tide](https://www.example.org/tide)\n------\n" + html);
  }

  /** A file that is no article. */
  static Found refused() {
    return file("{\"json\": true}");
  }
}
