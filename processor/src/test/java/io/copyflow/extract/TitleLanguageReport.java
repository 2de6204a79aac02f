package io.copyflow.extract;

import io.copyflow.extract.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells how often a headline alone has the language of its article, whole and cut to a few
 * characters. Its arguments are folders, whose files may be gzipped. The language of an article is
 * taken to be that of its text, where that is long enough to leave no doubt.
 */
final class TitleLanguageReport {

  private static final Extractor EXTRACTOR = Extractor.standard();

  /** Characters of a text, white space apart, whose language is known. */
  private static final int KNOWN = 200;

  private static final int[] CUTS = {Integer.MAX_VALUE, 12, 8};

  /** Headlines of one language, and how many are told right at each length. */
  private static final class Row {
    private final int[] right = new int[CUTS.length];
    private int titles;

    void add(String title, String language) {
      titles++;
      for (int i = 0; i < CUTS.length; i++) {
        right[i] += language.equals(Language.of(cut(title, CUTS[i]))) ? 1 : 0;
      }
    }

    private static String cut(String title, int length) {
      int characters = title.codePointCount(0, title.length());
      return title.substring(0, title.offsetByCodePoints(0, Math.min(length, characters)));
    }

    void print(String language) {
      System.out.printf("%-8s %6d", language, titles);
      for (int count : right) {
        System.out.printf(" %6d %5.1f %%", count, 100.0 * count / titles);
      }
      System.out.println();
    }
  }

  private TitleLanguageReport() {}

  public static void main(String[] folders) throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    for (String folder : folders) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
          if (EXTRACTOR.extract(ExtractionBenchmark.bytes(path), Hints.NONE)
              instanceof Extraction.Extracted article) {
            add(article.draft(), rows);
          }
        }
      }
    }
    System.out.println("LANGUAGE TITLES       WHOLE   TO 12 CHARACTERS   TO 8");
    rows.forEach((language, row) -> row.print(language));
  }

  private static void add(ArticleDraft draft, Map<String, Row> rows) {
    @Nullable String title = draft.title();
    if (title != null && draft.characters() >= KNOWN) {
      String language = Objects.requireNonNullElse(draft.language(), "none");
      rows.computeIfAbsent(language, key -> new Row()).add(title, language);
    }
  }
}
