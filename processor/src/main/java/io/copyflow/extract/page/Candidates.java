package io.copyflow.extract.page;

import io.copyflow.extract.text.Letters;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs which element of a page contains the article. Not thread-safe: one per page. */
final class Candidates {

  private static final Set<String> HEADINGS = Set.of("h1", "h2");

  /** Prose of an article, as opposed to a teaser. */
  private static final double LEAST = 500;

  private static final int MOST_HEADINGS = 50;

  private final Vocabulary words;
  private final Prose prose;
  private final String title;
  private @Nullable Spot headed;
  private boolean titled;

  Candidates(Vocabulary words, Prose prose, @Nullable String title) {
    this.words = words;
    this.prose = prose;
    this.title = Letters.lower(title == null ? "" : title);
  }

  /** The element whose own paragraphs hold most prose; the body itself when there is none. */
  Spot best() {
    List<Spot> elements = prose.elements();
    headed = headed(elements);
    Spot best = prose.root();
    double most = 0;
    for (Spot spot : elements) {
      double score = spot.tally.score;
      // The words are looked at only where they could change anything: it is them that cost time.
      if (score * 4 > most) {
        double weighed = score * (1 - spot.tally.linkDensity()) * bonus(spot);
        best = weighed > most ? spot : best;
        most = Math.max(most, weighed);
      }
    }
    return best;
  }

  private double bonus(Spot spot) {
    double bonus = isUnderTitle(spot);
    if (isArticleBody(spot) && spot.tally.prose > prose.root().tally.prose / 4) {
      return 2 * bonus;
    }
    if (words.say(spot.element, Meaning.ARTICLE)) {
      return 1.25 * bonus;
    }
    return words.say(spot.element, Meaning.SELDOM) ? 0.7 * bonus : bonus;
  }

  private static boolean isArticleBody(Spot spot) {
    return spot.element.attr("itemprop").equals("articleBody");
  }

  /** Some pages show further articles under the first: the title tells which one it is. */
  private double isUnderTitle(Spot spot) {
    if (headed == null) {
      return 1;
    }
    @Nullable Spot article = spot.article();
    if (article == null) {
      return holdsTitled(spot, headed) ? 0.5 : 1;
    }
    return article.equals(headed) ? 1.5 : 0.5;
  }

  /** What holds the article under the title and more is not the article. */
  private boolean holdsTitled(Spot spot, Spot article) {
    return titled && spot.tally.prose > 1.5 * article.tally.prose;
  }

  private @Nullable Spot headed(List<Spot> elements) {
    @Nullable Spot article =
        elements.stream()
            .filter(spot -> HEADINGS.contains(spot.element.normalName()))
            .limit(MOST_HEADINGS)
            .filter(
                heading -> !title.isEmpty() && Letters.lower(heading.element.text()).equals(title))
            .flatMap(heading -> Stream.ofNullable(heading.article()))
            .findFirst()
            .orElse(null);
    titled = article != null;
    return titled ? article : firstArticle(elements);
  }

  /** Pages that go on with the next article when one scrolls begin with the one asked for. */
  private @Nullable Spot firstArticle(List<Spot> elements) {
    double least = Math.max(LEAST, prose.root().tally.prose / 10);
    return elements.stream()
        .filter(spot -> spot.tally.prose > least && spot.element.normalName().equals("article"))
        .findFirst()
        .orElse(null);
  }
}
