package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Joins the parts of an article that stands in several boxes. Not thread-safe: one per page. */
final class Siblings {

  /** How far apart the boxes of one text may stand, in levels of the tree. */
  private static final int HIGHEST = 7;

  private static final double MOST_LINKED = 0.25;

  /** Prose of a paragraph that may stand beside the box without being of its kind. */
  private static final int PARAGRAPH = 80;

  /** Prose of several paragraphs, which no box beside an article has by chance. */
  private static final int LONG = 500;

  /** What holds an article holds all of it. */
  private static final Set<String> WHOLE = Set.of("article", "main", "body", "html");

  private final Vocabulary words;
  private final Prose prose;
  private final double size;
  private final Set<String> classesWithin;

  private Siblings(Spot best, Prose prose, Vocabulary words) {
    this.words = words;
    this.prose = prose;
    this.size = Math.max(1, best.tally.prose);
    this.classesWithin =
        best.element.children().stream()
            .map(Element::className)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }

  /** An element and what belongs to it around it, in the order of the page. */
  static List<Element> join(Spot best, Prose prose, Vocabulary words) {
    var siblings = new Siblings(best, prose, words);
    List<Spot> parts = List.of(best);
    Spot box = best;
    for (int i = 0; i < HIGHEST && !WHOLE.contains(box.element.normalName()); i++) {
      @Nullable Spot parent = box.parent;
      if (parent == null) {
        break;
      }
      parts = siblings.around(box, parts, parent, i == 0);
      box = parent;
    }
    return parts.stream().map(part -> part.element).toList();
  }

  private List<Spot> around(Spot box, List<Spot> parts, Spot parent, boolean nearest) {
    var joined = new ArrayList<Spot>();
    for (Spot sibling : prose.children(parent)) {
      if (sibling.equals(box)) {
        joined.addAll(parts);
      } else if (belongs(sibling, box, nearest)) {
        joined.add(sibling);
      }
    }
    return joined;
  }

  private boolean belongs(Spot sibling, Spot box, boolean nearest) {
    Tally tally = sibling.tally;
    if (tally.prose == 0 || tally.linkDensity() >= MOST_LINKED) {
      return false;
    }
    boolean paragraph = nearest && isParagraph(sibling.element) && tally.prose > PARAGRAPH;
    double share = tally.prose / size;
    return paragraph
        || isText(sibling)
        || share > 0.2
        || (share > 0.02 && isKin(sibling.element, box.element));
  }

  /** Pure prose, without a headline or a name that says what else it is. */
  private boolean isText(Spot sibling) {
    Tally tally = sibling.tally;
    double least = sibling.article() == null ? Math.max(LONG, size / 10) : PARAGRAPH;
    return tally.prose > least
        && tally.prose > 0.8 * tally.length
        && tally.headings == 0
        && !words.say(sibling.element, Meaning.SELDOM);
  }

  private boolean isParagraph(Element sibling) {
    return sibling.normalName().equals("p") || classesWithin.contains(sibling.className());
  }

  private static boolean isKin(Element sibling, Element box) {
    return !box.className().isEmpty() && box.className().equals(sibling.className());
  }
}
