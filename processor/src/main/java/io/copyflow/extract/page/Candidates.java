package io.copyflow.extract.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Weighs which element of a page contains the article. Not thread-safe: one per page. */
final class Candidates {

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Vocabulary words;
  private final Prose prose;
  private final String title;
  private @Nullable Element headed;

  Candidates(Vocabulary words, Prose prose, @Nullable String title) {
    this.words = words;
    this.prose = prose;
    this.title = letters(title == null ? "" : title);
  }

  /** The element whose own paragraphs hold most prose; the body itself when there is none. */
  Element best(Element body) {
    headed = headed(body);
    double all = prose.at(body).prose;
    Element best = body;
    double most = 0;
    for (Element element : body.getAllElements()) {
      double score = prose.at(element).score;
      // The words are looked at only where they could change anything: it is them that cost time.
      if (score * 4 > most) {
        double weighed = score * (1 - prose.at(element).linkDensity()) * bonus(element, all);
        best = weighed > most ? element : best;
        most = Math.max(most, weighed);
      }
    }
    return best;
  }

  private double bonus(Element element, double all) {
    double bonus = isUnderTitle(element);
    if (element.attr("itemprop").equals("articleBody") && prose.at(element).prose > all / 4) {
      return 2 * bonus;
    }
    if (words.article().match(element)) {
      return 1.25 * bonus;
    }
    return words.seldom().match(element) ? 0.7 * bonus : bonus;
  }

  /** Some pages show further articles under the first: the title tells which one it is. */
  private double isUnderTitle(Element element) {
    @Nullable Element article = element.closest("article");
    if (headed == null || article == null) {
      return 1;
    }
    return article.equals(headed) ? 1.5 : 0.5;
  }

  private @Nullable Element headed(Element body) {
    return body.select("article h1, article h2").stream()
        .filter(heading -> !title.isEmpty() && letters(heading.text()).equals(title))
        .map(heading -> heading.closest("article"))
        .findFirst()
        .orElse(null);
  }

  private static String letters(String text) {
    return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
