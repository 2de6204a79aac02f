package io.copyflow.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Articles of two publishers in two sources, and two folders of rules for them. By the earlier
 * rules the first publisher's captions are lost, and the second's credits stand in the text; by the
 * later ones both are captions. The third publisher's articles are the same by both.
 */
final class RuledNews {

  static final String EARLIER = "earlier";
  static final String LATER = "later";

  /** Whose captions appear. */
  static final String CAPTIONS = "captions";

  /** Whose text changes. */
  static final String CREDITS = "credits";

  static final String OTHERS = "others";

  private static final Map<String, String> DOMAINS =
      new TreeMap<>(Map.of(CAPTIONS, "example.org", CREDITS, "example.net", OTHERS, "example.com"));

  private RuledNews() {}

  /** Writes rules and so many articles of each source; returns the sources' folders. */
  static String[] write(Path folder, int each) throws IOException {
    rules(folder.resolve(EARLIER), "drop: [.cap]", "name: Credits");
    rules(folder.resolve(LATER), "caption: [.cap]", "caption: [.credit]");
    for (String source : DOMAINS.keySet()) {
      for (int i = 0; i < each; i++) {
        article(folder, source, i);
      }
    }
    return DOMAINS.keySet().stream()
        .map(source -> folder.resolve(source).toString())
        .toArray(String[]::new);
  }

  static void article(Path folder, String source, int number) throws IOException {
    Path file = Files.createDirectories(folder.resolve(source)).resolve(number + ".txt");
    Files.writeString(
        file,
        """
        <!--%d-->
        [Tide %d](https://www.%s/tide-%d)
        ------

        <p>The tide came in over wall %d of the %s, said the harbour master on Monday morning, when \
        forty boats were lying in the street and nobody could tell whose they were.</p>\
        <div><img src="https://img.example/%d.jpg"><span class="%s">Boat number %d, by A. Miller\
        </span></div><p>Nobody was hurt, and bakery number %d sold bread from a boat.</p>
        """
            .formatted(
                1_936_000_800_000L + number,
                number,
                domain(source),
                number,
                number,
                source,
                number,
                source.equals(CAPTIONS) ? "cap" : "credit",
                number,
                number));
  }

  static String domain(String source) {
    return DOMAINS.get(source);
  }

  private static void rules(Path folder, String captions, String credits) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(domain(CAPTIONS) + ".yaml"), captions + "\n");
    Files.writeString(folder.resolve(domain(CREDITS) + ".yaml"), credits + "\n");
  }
}
