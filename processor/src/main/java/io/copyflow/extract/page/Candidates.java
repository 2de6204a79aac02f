package io.copyflow.extract.page;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Weighs which element of a page contains the article. Not thread-safe: one per page. */
final class Candidates {

  private static final Evaluator HEADINGS = QueryParser.parse("h1, h2");
  private static final Evaluator ARTICLES = QueryParser.parse("article");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Prose of an article, as opposed to a teaser. */
  private static final double LEAST = 500;

  private static final int MOST_HEADINGS = 50;

  private final Vocabulary words;
  private final Prose prose;
  private final String title;
  private @Nullable Element headed;
  private boolean titled;

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
    for (Element element : prose.elements()) {
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
    if (headed == null) {
      return 1;
    }
    @Nullable Element article = Around.article(element);
    if (article == null) {
      return holdsTitled(element) ? 0.5 : 1;
    }
    return article.equals(headed) ? 1.5 : 0.5;
  }

  /** What holds the article under the title and more is not the article. */
  private boolean holdsTitled(Element element) {
    return titled && prose.at(element).prose > 1.5 * prose.at(headed).prose;
  }

  private @Nullable Element headed(Element body) {
    @Nullable Element article =
        body.select(HEADINGS).stream()
            .limit(MOST_HEADINGS)
            .filter(heading -> !title.isEmpty() && letters(heading.text()).equals(title))
            .flatMap(heading -> Stream.ofNullable(Around.article(heading)))
            .findFirst()
            .orElse(null);
    titled = article != null;
    return titled ? article : firstArticle(body);
  }

  /** Pages that go on with the next article when one scrolls begin with the one asked for. */
  private @Nullable Element firstArticle(Element body) {
    double least = Math.max(LEAST, prose.at(body).prose / 10);
    return body.select(ARTICLES).stream()
        .filter(article -> prose.at(article).prose > least)
        .findFirst()
        .orElse(null);
  }

  private static String letters(String text) {
    return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
