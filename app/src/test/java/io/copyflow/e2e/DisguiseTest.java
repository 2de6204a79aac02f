package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.EmptyReason;
import io.copyflow.extract.Extraction;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.extract.RejectReason;
import io.copyflow.generate.page.Address;
import io.copyflow.generate.page.BadFile;
import io.copyflow.generate.page.Clock;
import io.copyflow.generate.page.Disguise;
import io.copyflow.generate.page.Layout;
import io.copyflow.generate.page.Sheet;
import io.copyflow.generate.prose.Story;
import io.copyflow.identity.Identity;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole files through the whole extractor: what changes an article's identity, and what does not.
 */
class DisguiseTest {

  /** Enough that accents, every encoding and all sentences occur. */
  private static final int STORIES = 40;

  private static final Extractor EXTRACTOR = Extractor.standard();

  static Stream<Arguments> layoutsAndDisguises() {
    return Layout.ALL.stream()
        .flatMap(layout -> Stream.of(Disguise.values()).map(with -> Arguments.of(layout, with)));
  }

  static List<Layout> layouts() {
    return Layout.ALL;
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("layoutsAndDisguises")
  void disguise_keepsIdentity(Layout layout, Disguise disguise) {
    for (int i = 0; i < STORIES; i++) {
      assertThat(identity(sheet(story(i, 0), layout, Clock.RIGHT, disguise)))
          .isEqualTo(identity(sheet(story(i, 0), layout, Clock.RIGHT, null)));
    }
  }

  /** One article: fifteen files that differ from it have its hash, and none of these has. */
  @ParameterizedTest
  @MethodSource("layouts")
  void fifteenDisguises_areOneContent_andEachOtherCharacterIsAnother(Layout layout) {
    assertThat(Disguise.values()).hasSize(15);
    assertThat(
            Stream.of(Disguise.values())
                .map(with -> identity(sheet(story(1, 0), layout, Clock.RIGHT, with)).contentHash()))
        .containsOnly(identity(layout, story(1, 0)).contentHash());

    byte[] file = sheet(story(1, 0), layout, Clock.RIGHT, null).bytes();
    assertThat(withOneOtherCharacter(file))
        .hasSizeGreaterThan(100)
        .extracting(other -> identity(other).contentHash())
        .doesNotContain(identity(file).contentHash())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Clock.class)
  void clock_keepsIdentity(Clock clock) {
    for (Layout layout : Layout.ALL) {
      assertThat(identity(sheet(story(1, 0), layout, clock, null)))
          .isEqualTo(identity(sheet(story(1, 0), layout, Clock.RIGHT, null)));
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void oneCharacterOfTheBody_isAnotherContent(Layout layout) {
    assertThat(IntStream.range(0, STORIES).mapToObj(i -> identity(layout, story(i, 1))))
        .extracting(Identity::contentHash)
        .doesNotContainAnyElementsOf(
            IntStream.range(0, STORIES)
                .mapToObj(i -> identity(layout, story(i, 0)).contentHash())
                .toList())
        .doesNotHaveDuplicates();
  }

  /** Each layout has its own furniture, and none of it may reach the hash. */
  @ParameterizedTest
  @MethodSource("layouts")
  void otherLayout_isTheSameContent(Layout layout) {
    Layout first = Layout.in(layout.script()).get(0);

    assertThat(identity(layout, story(1, 0)).contentHash())
        .isEqualTo(identity(first, story(1, 0)).contentHash());
  }

  @ParameterizedTest
  @EnumSource(BadFile.class)
  void badFile_hasTheReasonOfItsName(BadFile file) {
    assumeThat(file).as("only its record is too large").isNotEqualTo(BadFile.ARTICLE_TOO_LARGE);
    Extraction extraction = EXTRACTOR.extract(file.bytes(1), Hints.NONE);

    assertThat(
            extraction instanceof Extraction.Rejected rejected
                ? rejected.reason().name()
                : ((Extraction.Empty) extraction).reason().name())
        .isEqualTo(file.name());
  }

  /** A new reason needs a file that causes it, unless no file can. */
  @Test
  void badFiles_causeEveryReason() {
    assertThat(Stream.of(BadFile.values()).map(Enum::name))
        .containsAll(Stream.of(EmptyReason.values()).map(Enum::name).toList())
        .containsAll(
            EnumSet.complementOf(
                    EnumSet.of(
                        RejectReason.CONTENT_MISSING,
                        RejectReason.UNREADABLE_RECORD,
                        RejectReason.UNKNOWN_SCHEMA,
                        RejectReason.EXTRACTOR_FAILED))
                .stream()
                .map(Enum::name)
                .toList());
  }

  /** The file once for each letter and digit of its body, with another one in its place. */
  private static List<byte[]> withOneOtherCharacter(byte[] file) {
    String page = new String(file, UTF_8);
    return draft(file)
        .text()
        .lines()
        .filter(paragraph -> page.indexOf(paragraph) == page.lastIndexOf(paragraph))
        .flatMap(paragraph ->
            IntStream.range(0, paragraph.length())
                .filter(i -> Character.isLetterOrDigit(paragraph.charAt(i)))
                .mapToObj(i -> page.replace(paragraph, withOther(paragraph, i))))
        .map(other -> other.getBytes(UTF_8))
        .toList();
  }

  private static String withOther(String paragraph, int place) {
    char other = Character.toLowerCase(paragraph.charAt(place)) == 'x' ? 'y' : 'x';
    return paragraph.substring(0, place) + other + paragraph.substring(place + 1);
  }

  private static Story story(int number, int text) {
    return new Story(4, number, 0, text, false);
  }

  private static Identity identity(Layout layout, Story story) {
    return identity(sheet(story, layout, Clock.RIGHT, null));
  }

  private static Sheet sheet(Story story, Layout layout, Clock clock, @Nullable Disguise disguise) {
    return new Sheet(story, new Address(layout, story.number()), false, clock, disguise);
  }

  private static Identity identity(Sheet sheet) {
    return identity(sheet.bytes());
  }

  private static Identity identity(byte[] file) {
    return Identity.of(draft(file));
  }

  private static ArticleDraft draft(byte[] file) {
    Extraction extraction = EXTRACTOR.extract(file, Hints.NONE);
    assertThat(extraction)
        .as(() -> new String(file, UTF_8))
        .isInstanceOf(Extraction.Extracted.class);
    return ((Extraction.Extracted) extraction).draft();
  }
}
