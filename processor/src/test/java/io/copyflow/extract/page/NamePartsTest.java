package io.copyflow.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NamePartsTest {

  private static final Pattern RULE = Pattern.compile("\\S*[:\\[\\]/!]\\S*");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}0-9]+|(?<=\\p{L})(?=[0-9])");

  @Test
  void spellings_giveTheSameWords() {
    assertThat(List.of("article__share-bar", "articleShareBar", "article share_bar"))
        .allSatisfy(
            name -> assertThat(NameParts.of(name)).containsExactly("article", "share", "bar"));
  }

  @Test
  void styleRules_areLeftOut() {
    assertThat(NameParts.of("md:hidden w-[50%] share !mt-4")).containsExactly("share");
  }

  @Property
  void words_areThoseOfThePatterns(@ForAll("names") String names) {
    String words = HUMP.matcher(RULE.matcher(names).replaceAll("")).replaceAll(" ");
    List<String> expected =
        GAP.splitAsStream(words)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();

    assertThat(NameParts.of(names)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "a", "b", "Z", "3", "-", "_", ":", "!", " ", "\t", "\u000B", "\u00A0", "é", "文", "İ")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
