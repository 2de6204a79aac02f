package io.copyflow.extract.page;

import io.copyflow.extract.metadata.PageFacts;
import io.copyflow.extract.text.Letters;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the summary between headline and text, which often stands outside of both. It is told by
 * its name, or because it begins as what the page says of itself for machines. Not thread-safe: one
 * per page.
 */
final class Standfirst {

  private static final int SHORTEST = 40;
  private static final int LONGEST = 900;

  /** Length and elements of a box that may hold no more than the summary. */
  private static final int LARGEST = 3_000;

  private static final int MOST_ELEMENTS = 100;

  /** Letters in which a summary and its copy for machines agree, one of them cut or edited. */
  private static final int BEGINNING = 30;

  /** How many elements may stand between headline and summary. */
  private static final int FARTHEST = 60;

  /** How much a headline is like the title. */
  private static final int NONE = -1;

  private static final int OTHER = 0;
  private static final int ALIKE = 1;
  private static final int EQUAL = 2;

  private static final int SHORTEST_TITLE = 12;

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "h2", "h3", "h4", "div", "span", "strong", "b", "section", "em", "header", "ul",
          "li");

  private static final Set<String> APART = Set.of("figure", "figcaption");

  private final Prose prose;
  private final Vocabulary words;
  private final String title;
  private final String description;
  private @Nullable Spot named;
  private @Nullable Spot described;
  private int likeness = NONE;
  private int passed = -1;

  private Standfirst(Prose prose, PageFacts facts, Vocabulary words) {
    this.prose = prose;
    this.words = words;
    this.title = letters(facts.title());
    this.description = letters(facts.description());
  }

  /** The element that holds it; null when there is none. */
  static @Nullable Element find(Prose prose, PageFacts facts, Vocabulary words) {
    var standfirst = new Standfirst(prose, facts, words);
    int skipped = 0;
    for (Spot spot : prose.elements()) {
      if (spot.at >= skipped && standfirst.passes(spot)) {
        skipped = spot.end;
      }
    }
    @Nullable Spot found = standfirst.described != null ? standfirst.described : standfirst.named;
    return found == null ? null : found.element;
  }

  /** True when what stands in the element is no summary. */
  private boolean passes(Spot spot) {
    String tag = spot.element.normalName();
    if (tag.equals("h1")) {
      passHeadline(letters(spot.element.text()));
      return true;
    }
    if (APART.contains(tag)) {
      return true;
    }
    passed += passed < 0 ? 0 : 1;
    if (passed > 0 && BLOCKS.contains(tag) && isSmall(spot)) {
      consider(spot);
    }
    return false;
  }

  /** Gathering the text of every box in a deep nest of them would take for ever. */
  private static boolean isSmall(Spot spot) {
    @Nullable Spot parent = spot.parent;
    Spot block = parent != null && Prose.isInline(spot.element) ? parent : spot;
    return block.tally.length <= LARGEST && block.tally.elements <= MOST_ELEMENTS;
  }

  private void consider(Spot spot) {
    Element element = spot.element;
    boolean isFirstNamed = named == null && isNamed(element);
    if (!isFirstNamed && !mayBeginAsDescription(spot)) {
      return;
    }
    String text = element.text();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return;
    }
    if (!beginsAsDescription(letters(text))) {
      named = isFirstNamed ? spot : named;
    } else if (described == null || isCloser(spot, text)) {
      described = spot;
    }
  }

  /** The headline that is most like the title counts; of equal ones the last. */
  private void passHeadline(String headline) {
    int rank = rank(headline);
    if (rank > likeness || (rank == likeness && rank == EQUAL)) {
      likeness = rank;
      passed = 0;
      named = null;
      described = null;
    }
  }

  private int rank(String headline) {
    if (headline.isEmpty()) {
      return NONE;
    }
    if (headline.equals(title)) {
      return EQUAL;
    }
    boolean alike = headline.contains(title) || title.contains(headline);
    return alike && Math.min(title.length(), headline.length()) >= SHORTEST_TITLE ? ALIKE : OTHER;
  }

  private boolean isNamed(Element element) {
    return (likeness > OTHER && passed <= FARTHEST && words.say(element, Meaning.STANDFIRST))
        || element.attr("itemprop").equals("description");
  }

  /** A look at the first letter spares most elements the gathering of their text. */
  private boolean mayBeginAsDescription(Spot spot) {
    return description.length() >= BEGINNING
        && Character.toLowerCase(prose.firstLetter(spot)) == description.codePointAt(0);
  }

  private boolean beginsAsDescription(String letters) {
    return description.length() >= BEGINNING
        && letters.startsWith(description.substring(0, BEGINNING));
  }

  /** A box around the summary may hold a date or a button too. */
  private boolean isCloser(Spot spot, String text) {
    return described != null
        && described.equals(spot.parent)
        && letters(text).length() >= description.length();
  }

  private static String letters(@Nullable String text) {
    return text == null ? "" : Letters.lower(text);
  }
}
