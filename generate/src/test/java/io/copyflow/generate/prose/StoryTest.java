package io.copyflow.generate.prose;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StoryTest {

  @Property(tries = 200)
  void mirror_hasTheSameParagraphsCharacterByCharacter(
      @ForAll long seed, @ForAll @IntRange(max = 100_000) int number) {
    var story = new Story(seed, number, 0, 2, false);

    assertThat(story.paragraphs(Script.HANT))
        .isNotEqualTo(story.paragraphs(Script.HANS))
        .extracting(String::length)
        .isEqualTo(story.paragraphs(Script.HANS).stream().map(String::length).toList());
  }

  @Property(tries = 200)
  void firstChange_altersOneCharacter(@ForAll long seed, @ForAll Script script) {
    String before = String.join("", new Story(seed, 1, 0, 0, false).paragraphs(script));
    String after = String.join("", new Story(seed, 1, 0, 1, false).paragraphs(script));

    assertThat(after).hasSameSizeAs(before);
    assertThat(differences(before, after)).isEqualTo(1);
  }

  @Property(tries = 200)
  void changedTitle_isAnother(@ForAll long seed, @ForAll Script script) {
    assertThat(new Story(seed, 1, 1, 0, false).title(script))
        .isNotEqualTo(new Story(seed, 1, 0, 0, false).title(script));
  }

  @Property(tries = 100)
  void brief_hasFewerThanFiftyLetters(@ForAll long seed, @ForAll Script script) {
    assertThat(new Story(seed, 1, 0, 0, true).paragraphs(script))
        .singleElement()
        .asString()
        .hasSizeLessThan(50);
  }

  private static long differences(String one, String other) {
    long count = 0;
    for (int i = 0; i < one.length(); i++) {
      count += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return count;
  }
}
