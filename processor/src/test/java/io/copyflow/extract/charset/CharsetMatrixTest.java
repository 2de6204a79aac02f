package io.copyflow.extract.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.extract.warc.WarcBytes;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One article in every encoding that can hold its script, in both forms, under any meta tag. */
class CharsetMatrixTest {

  private static final Extractor EXTRACTOR = Extractor.standard();

  /** What pages claim, rightly or not. */
  private static final List<String> CLAIMS =
      List.of(
          "", "utf-8", "gb2312", "gb18030", "big5", "shift_jis", "euc-kr", "iso-8859-1", "utf-16");

  private static final List<String> UNICODE =
      List.of("UTF-8", "UTF-8+BOM", "UTF-16LE", "UTF-16BE", "UTF-16LE+BOM", "UTF-16BE+BOM");

  private static final Map<String, List<String>> NATIONAL =
      Map.of(
          "zh-Hans", List.of("GB18030", "GBK", "GB2312"),
          "zh-Hant", List.of("Big5", "GB18030"),
          "ja", List.of("Shift_JIS", "EUC-JP"),
          "ko", List.of("EUC-KR"));

  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "zh-Hans",
              List.of("渡轮恢复通航", "停航四十天之后，连接雾港与对岸松岛的渡轮周二恢复通航，船上约有三百名乘客。", "船公司说，新的发动机比旧的省油三成，票价不变。"),
          "zh-Hant",
              List.of("渡輪恢復通航", "停航四十天之後，連接霧港與對岸松島的渡輪週二恢復通航，船上約有三百名乘客。", "船公司說，新的發動機比舊的省油三成，票價不變。"),
          "ja",
              List.of(
                  "連絡船が運航を再開",
                  "四十日間の休航を経て、霧の港と対岸の松島を結ぶ連絡船が火曜日に運航を再開し、約三百人が乗船した。",
                  "運航会社によると、新しいエンジンは燃料を三割節約でき、運賃は変わらない。"),
          "ko",
              List.of(
                  "연락선 운항 재개",
                  "사십 일 동안 멈췄던 안개 항구와 맞은편 솔섬을 잇는 연락선이 화요일에 운항을 다시 시작했고 승객은 약 삼백 명이었다.",
                  "선박 회사는 새 엔진이 연료를 삼 할 아끼며 요금은 그대로라고 밝혔다."));

  static Stream<Arguments> files() {
    return TEXTS.keySet().stream()
        .flatMap(language ->
            Stream.concat(UNICODE.stream(), NATIONAL.get(language).stream())
                .flatMap(charset ->
                    CLAIMS.stream().map(claim -> Arguments.of(language, charset, claim))));
  }

  @ParameterizedTest(name = "{0} in {1}, meta tag {2}")
  @MethodSource("files")
  void pageInAnyEncoding_isTheSameText(String language, String charset, String claim) {
    List<String> text = TEXTS.get(language);
    String meta = claim.isEmpty() ? "" : "<meta charset=\"" + claim + "\">";
    String page =
        "<!DOCTYPE html><html><head>%s<title>%s</title></head><body><p>%s</p><p>%s</p></body></html>"
            .formatted(meta, text.get(0), text.get(1), text.get(2));

    assertReads(language, encoded(page, charset));
  }

  @ParameterizedTest(name = "{0} in {1}, meta tag {2}")
  @MethodSource("files")
  void archiveFileInAnyEncoding_isTheSameText(String language, String charset, String claim) {
    List<String> text = TEXTS.get(language);
    String meta = claim.isEmpty() ? "" : "<meta charset=" + claim + ">";
    String file =
        "<!--1694672222000-->\n[%s](https://example.org/x)\n------\n\n%s<p>%s</p><p>%s</p>\n"
            .formatted(text.get(0), meta, text.get(1), text.get(2));

    assertReads(language, encoded(file, charset));
  }

  static Stream<Arguments> knownHow() {
    String page = "<!DOCTYPE html><title>渡轮</title><p>停航之后渡轮恢复通航。</p><p>票价不变。</p>";
    String tagged = page.replace("<title>", "<meta charset=gbk><title>");
    Charset gbk = Charset.forName("GBK");
    return Stream.of(
        Arguments.of(page.getBytes(UTF_8), null, "UTF-8", CharsetOrigin.VALID_UTF8),
        Arguments.of(
            encoded(page, "UTF-16LE+BOM"), null, "UTF-16LE", CharsetOrigin.BYTE_ORDER_MARK),
        Arguments.of(page.getBytes(gbk), "gbk", "GB18030", CharsetOrigin.HINT),
        Arguments.of(tagged.getBytes(gbk), null, "GB18030", CharsetOrigin.META),
        Arguments.of(page.getBytes(gbk), null, "GB18030", CharsetOrigin.DETECTED),
        Arguments.of(tagged.getBytes(UTF_8), "gbk", "UTF-8", CharsetOrigin.VALID_UTF8),
        Arguments.of(
            WarcBytes.response(
                "200 OK", "Content-Type: text/html; charset=gb2312\r\n", page.getBytes(gbk)),
            "big5",
            "GB18030",
            CharsetOrigin.HTTP));
  }

  @ParameterizedTest
  @MethodSource("knownHow")
  void draft_saysHowTheEncodingIsKnown(
      byte[] file, @Nullable String hint, String charset, CharsetOrigin origin) {
    ArticleDraft draft = draft(file, new Hints(null, hint, null));

    assertThat(draft.charset()).isEqualTo(charset);
    assertThat(draft.charsetOrigin()).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"big5", "euc-kr", "shift_jis", "iso-8859-1", "no-such-charset"})
  void lyingHint_losesLikeALyingMetaTag(String hint) {
    List<String> text = TEXTS.get("zh-Hans");
    String page = "<!DOCTYPE html><title>x</title><p>" + text.get(1) + "</p>";

    assertThat(draft(encoded(page, "GB18030"), new Hints(null, hint, null)).text())
        .isEqualTo(text.get(1));
  }

  private static void assertReads(String language, byte[] file) {
    List<String> text = TEXTS.get(language);
    ArticleDraft draft = draft(file, Hints.NONE);
    assertThat(draft.title()).isEqualTo(text.get(0));
    assertThat(draft.text()).isEqualTo(text.get(1) + "\n\n" + text.get(2));
    assertThat(draft.language()).isEqualTo(language);
  }

  private static ArticleDraft draft(byte[] file, Hints hints) {
    var extraction = EXTRACTOR.extract(file, hints);
    assertThat(extraction).isInstanceOf(Extracted.class);
    return ((Extracted) extraction).draft();
  }

  private static byte[] encoded(String text, String charset) {
    int mark = charset.indexOf("+BOM");
    return mark < 0
        ? text.getBytes(Charset.forName(charset))
        : ("\uFEFF" + text).getBytes(Charset.forName(charset.substring(0, mark)));
  }
}
