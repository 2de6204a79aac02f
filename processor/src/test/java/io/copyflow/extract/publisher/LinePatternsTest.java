package io.copyflow.extract.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
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
              "[yx]$",
              "(?i)B[Y ]|(?:更|多多){2}|x{2}讯?",
              "(?:(?:报|道)+[xy]){1,2}b",
              "\\Q更(\\E|(?<names>多[^y]{0,3}x)$",
              "(?:y|B )?(?i:b)[（\uD83D\uDCF7]讯",
              "[\uD83D\uDCF7x]{2,}[^更]y|^(?:报?道|)(?:更)$")
          .map(Pattern::compile)
          .toList();

  private final LinePatterns patterns = new LinePatterns(PATTERNS);

  private final LineStarts<LineRules> starts =
      LineStarts.of(
          new LineRules(patterns, patterns, patterns, patterns, patterns, patterns, patterns));

  @Property
  void wholeLine_matchesAsEveryPatternTriedInTurn(@ForAll("lines") String line) {
    var expected = PATTERNS.stream().filter(p -> p.matcher(line).matches()).findFirst();

    assertThat(pattern(patterns.whole(line))).isEqualTo(expected);
    assertThat(pattern(starts.of(line).credits().whole(line))).isEqualTo(expected);
  }

  @Property
  void startOfLine_matchesAsEveryPatternTriedInTurn(@ForAll("lines") String line) {
    var expected = PATTERNS.stream().filter(p -> p.matcher(line).lookingAt()).findFirst();

    assertThat(pattern(patterns.start(line))).isEqualTo(expected);
    assertThat(pattern(starts.of(line).related().start(line))).isEqualTo(expected);
  }

  @Property
  void pieces_areCutOutAsByEveryPatternInTurn(@ForAll("lines") String line) {
    String expected = line;
    for (Pattern pattern : PATTERNS) {
      expected = pattern.matcher(expected).replaceAll("");
    }

    assertThat(patterns.cutOut(line, piece -> {})).isEqualTo(expected);
  }

  @Test
  void linesThatBeginAlike_haveTheSameRules() {
    assertThat(starts.of("讯息")).isSameAs(starts.of("讯"));
    assertThat(starts.of("更").cutFrom()).isNotEqualTo(patterns);
  }

  private static Optional<Pattern> pattern(@Nullable Matcher match) {
    return Optional.ofNullable(match).map(Matcher::pattern);
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
