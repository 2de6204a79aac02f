package io.copyflow.extract.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinePatternsTest {

  private static final List<Pattern> PATTERNS =
      Stream.of(
              "^(?:更多|更)?(?:报道|讯)$",
              "^[（(]?\\p{IsHan}{2,3}[）)]$",
              "^(?=.{0,3}报)[^道]+$",
              "^(?!更)\\p{L}{1,3}?道",
              "^\uD83D\uDCF7.{0,4}$",
              "^$",
              "^(?i)by .{1,4}$",
              "^.{1,3}[报道].{0,2}[）)]$",
              "[）)]{1,2}(?=x)|讯[yx]$",
              "[yx]$")
          .map(Pattern::compile)
          .toList();

  private final LinePatterns patterns = new LinePatterns(PATTERNS);

  @Property
  void wholeLine_matchesAsEveryPatternTriedInTurn(@ForAll("lines") String line) {
    var expected = PATTERNS.stream().filter(p -> p.matcher(line).matches()).findFirst();

    var match = patterns.whole(line);

    assertThat(match == null ? null : match.pattern()).isEqualTo(expected.orElse(null));
  }

  @Property
  void startOfLine_matchesAsEveryPatternTriedInTurn(@ForAll("lines") String line) {
    var expected = PATTERNS.stream().filter(p -> p.matcher(line).lookingAt()).findFirst();

    var match = patterns.start(line);

    assertThat(match == null ? null : match.pattern()).isEqualTo(expected.orElse(null));
  }

  @Property
  void anywhereInLine_matchesAsEveryPatternTriedInTurn(@ForAll("lines") String line) {
    var expected = PATTERNS.stream().filter(p -> p.matcher(line).find()).findFirst();

    var match = patterns.find(line);

    assertThat(match == null ? null : match.pattern()).isEqualTo(expected.orElse(null));
  }

  @Test
  void lineThatBeginsLikeAPattern_andGoesOnOtherwise_doesNotMatch() {
    assertThat(patterns.whole("更多讯息")).isNull();
    assertThat(patterns.whole("更多讯")).isNotNull();
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "更", "多", "报", "道", "讯", "（", ")", "b", "B", "y", " ", "\uD83D\uDCF7", "x")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
