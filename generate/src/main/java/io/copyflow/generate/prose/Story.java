package io.copyflow.generate.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented story, made anew from its numbers whenever it is asked for: a million of them need no
 * memory. Two stories differ in their text, and so do two versions of one.
 *
 * @param seed of the archive
 * @param number of the story in it, from 0
 * @param title how often the title was changed
 * @param text how often the text was changed: an odd change alters a single digit, an even one adds
 *     a paragraph too
 * @param brief true for a text of fewer than 50 letters, word for word that of other briefs
 */
public record Story(long seed, int number, int title, int text, boolean brief) {

  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FEWEST_PARAGRAPHS = 3;
  private static final int MORE_PARAGRAPHS = 4;

  /** The headline, without anything that HTML would have to escape. */
  public String title(Script script) {
    // Chained, so that neither a title nor its next version can come out as the one before.
    String count = Integer.toString(title + 1);
    String headline = Vocabulary.of(script).draw("title", random(1 + title));
    return headline + " " + (number + 1) + "-" + count;
  }

  /** The paragraphs, plain text. */
  public List<String> paragraphs(Script script) {
    Vocabulary vocabulary = Vocabulary.of(script);
    if (brief) {
      return List.of(vocabulary.draw("brief", random(0)));
    }
    var paragraphs = new ArrayList<String>();
    var random = random(0);
    int count = FEWEST_PARAGRAPHS + random.nextInt(MORE_PARAGRAPHS);
    for (int i = 0; i < count; i++) {
      paragraphs.add(paragraph(vocabulary, random, script));
    }
    paragraphs.add(1, vocabulary.draw("record", random, record()));
    for (int i = 2; i <= text; i += 2) {
      paragraphs.add(paragraph(vocabulary, random(-i), script));
    }
    return paragraphs;
  }

  /** What stands under a picture. */
  public String caption(Script script) {
    return Vocabulary.of(script).draw("title", random(Integer.MAX_VALUE));
  }

  /** No two stories, and no two versions of one, have the same. */
  private String record() {
    return "%08d%03d".formatted(number, text);
  }

  private static String paragraph(Vocabulary vocabulary, SplittableRandom random, Script script) {
    String gap = script == Script.LATIN ? " " : "";
    return vocabulary.draw("sentence", random) + gap + vocabulary.draw("sentence", random);
  }

  private SplittableRandom random(int use) {
    return new SplittableRandom((seed * 31 + number) * MIX + use);
  }
}
