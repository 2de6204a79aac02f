package io.copyflow.extract;

import static io.copyflow.extract.ArticleFile.PROSE;
import static io.copyflow.extract.ArticleFile.exact;
import static io.copyflow.extract.ArticleFile.rejection;
import static io.copyflow.extract.RejectReason.TOO_COMPLEX;
import static io.copyflow.extract.RejectReason.TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.Extraction.Extracted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are built to cost time or memory. The verdicts count; there is no clock in them. */
class HostileInputTest {

  private static final int MEBI = 1 << 20;

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<br>", "<!---->", "<table>", "</p>"})
  void aMillionTags_areTooComplex(String tag) {
    assertThat(rejection(file(tag.repeat(1_000_000)))).isEqualTo(TOO_COMPLEX);
  }

  @Test
  void tenMebibytesOfOpeningBrackets_areTooLarge() {
    assertThat(rejection(file("<".repeat(10 * MEBI)))).isEqualTo(TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "</"})
  void endlessTagName_isTooComplex(String start) {
    assertThat(rejection(file(start + "a".repeat(7 * MEBI)))).isEqualTo(TOO_COMPLEX);
  }

  @Test
  void tagNameAtTheLimit_isRead() {
    assertThat(extract(PROSE + "<" + "a".repeat(1 << 10) + ">")).isInstanceOf(Extracted.class);
    assertThat(rejection(file("<" + "a".repeat((1 << 10) + 1) + ">"))).isEqualTo(TOO_COMPLEX);
  }

  static List<String> bait() {
    // NULs vanish, and a file with many of them is no text.
    return HostileFile.BAIT.stream().filter(piece -> piece.indexOf(0) < 0).toList();
  }

  @ParameterizedTest
  @MethodSource("bait")
  void oneThingOverAndOver_isRead(String piece) {
    String body = PROSE + "<p>" + piece.repeat(MEBI / piece.length()) + "</p>";

    assertThat(extract(body)).isInstanceOf(Extracted.class);
  }

  @Test
  void manyAttributes_areRead() {
    var tag = new StringBuilder("<p");
    for (int i = 0; i < 100_000; i++) {
      tag.append(" a").append(i).append("=x");
    }

    assertThat(extract(PROSE + tag + ">文字</p>")).isInstanceOf(Extracted.class);
  }

  @Test
  void linksAndPictures_areCapped() {
    var html = new StringBuilder(PROSE);
    for (int i = 0; i < 5_000; i++) {
      html.append("<a href='/x'>链</a><img src='/p").append(i).append(".jpg'>");
    }
    var draft = ((Extracted) extract(html.toString())).draft();

    assertThat(draft.links()).hasSize(Limits.standard().maxItems());
    assertThat(draft.images()).hasSize(Limits.standard().maxItems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<table>", "<p>", "<!---->", "</p>"})
  void aMillionTagsInAPage_areTooComplex(String tag) {
    assertThat(rejection(("<html>" + tag.repeat(1_000_000)).getBytes(UTF_8)))
        .isEqualTo(TOO_COMPLEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<div class='related'>",
        "<h1>x",
        "<ul><li><a href='/x'>x</a>",
        "<div id=comments>",
        "<p class='byline'>x",
        "<article><h1>x</h1>",
        "<img src='/x'>x",
        "<div class='ad'><p>",
        "<b>",
        "<img src='/x'><b>",
        "<h1><div>",
        "<div class=caption>",
        "<div class=related></div>",
        "<div class=date>2020 <i>"
      })
  void pageOfOneTagOverAndOver_isRead(String tags) {
    String page = "<html><title>x</title>" + PROSE + tags.repeat(20_000);

    assertThat(ArticleFile.extract(page)).isNotInstanceOf(Extraction.Rejected.class);
  }

  @Test
  void tagsInAScript_areText() {
    String page = "<html><script>var s = '" + "<a".repeat(200_000) + "';</script>" + PROSE + PROSE;

    assertThat(ArticleFile.extract(page)).isInstanceOf(Extracted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"@graph\":[", "\"", "-", "\\"})
  void brokenLinkedData_isAsGoodAsNone(String piece) {
    String data = "<script type='application/ld+json'>" + piece.repeat(100_000) + "</script>";

    assertThat(ArticleFile.extract("<html>" + data + PROSE + PROSE)).isInstanceOf(Extracted.class);
  }

  private static byte[] file(String body) {
    return exact("标题", "https://example.org/x", body).getBytes(UTF_8);
  }

  private static Extraction extract(String body) {
    return ArticleFile.extract(exact("标题", "https://example.org/x", body));
  }
}
