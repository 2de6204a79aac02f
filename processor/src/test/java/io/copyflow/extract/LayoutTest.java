package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.publisher.Publishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A publisher changed its layout on 1 May 2031, Taipei time; its file tells the two apart. */
class LayoutTest {

  private static final Extractor EXTRACTOR =
      Extractor.with(
          Publishers.with(
              Map.of(
                  "example.org",
                  """
                  name: Example
                  zone: Asia/Taipei
                  layouts:
                    - name: with a promise in every article
                      validUntil: 2031-04-30
                      boilerplate: ['^明天见。$']
                    - validFrom: 2031-05-01
                      drop: [.promise]
                      zone: Europe/Paris
                  """)));

  private static final String BODY =
      "<div><i>2031-05-02 10:00:00</i></div><p>渡轮今天恢复通航，码头上挤满了人。</p>"
          + "<p>明天见。</p><p class=promise>敬请期待。</p>";

  @ParameterizedTest
  @CsvSource({"1935331199000, 敬请期待。", "1935331200000, 明天见。"})
  void lastMomentOfALayout_isTheMidnightOfThePublisher(String epoch, String kept) {
    assertThat(draft("<!--" + epoch + "-->\n[渡轮](https://example.org/1)\n------\n\n" + BODY).text())
        .isEqualTo("渡轮今天恢复通航，码头上挤满了人。\n\n" + kept);
  }

  @Test
  void headerDate_winsOverTheFrontMatters() {
    String front = "---\ntitle: 渡轮\ndate: 2031-06-01T00:00:00Z\n---\n";

    assertThat(
            draft(front + "<!--1935331199000-->\n[渡轮](https://example.org/1)\n------\n\n" + BODY)
                .text())
        .endsWith("敬请期待。");
  }

  @Test
  void frontMatterDate_tellsWithoutAHeaderDate() {
    String front = "---\ntitle: 渡轮\ndate: 2031-06-01T00:00:00Z\n---\n";

    assertThat(draft(front + "[渡轮](https://example.org/1)\n------\n\n" + BODY).text())
        .endsWith("明天见。");
  }

  @Test
  void pageDate_tellsWithoutAHeader() {
    String page =
        "<!doctype html><title>渡轮</title><link rel=canonical href=https://example.org/1>"
            + "<meta property=article:published_time content=2031-04-01T00:00:00Z><article>"
            + BODY;

    assertThat(draft(page).text()).doesNotContain("明天见。");
  }

  @Test
  void undatedFile_hasTheRulesOfAllLayouts() {
    assertThat(draft("[渡轮](https://example.org/1)\n------\n\n" + BODY).text())
        .isEqualTo("渡轮今天恢复通航，码头上挤满了人。");
  }

  @Test
  void zoneOfALayout_winsOverThePublishers() {
    ArticleDraft draft =
        draft("<!--1935331200000-->\n[渡轮](https://example.org/1)\n------\n\n" + BODY);

    assertThat(draft.dates().publishedAt())
        .hasToString(
            """
            Date[instant=2031-05-02T08:00:00Z, precision=SECOND, origin=BODY, zone=Europe/Paris, \
            zoneOrigin=PUBLISHER, text=2031-05-02 10:00:00]\
            """);
  }

  @Test
  void ownFiles_changeTheVersion() {
    assertThat(EXTRACTOR.version())
        .matches(Extractor.VERSION + "\\+[0-9a-f]{8}")
        .isNotEqualTo(Extractor.standard().version());
  }

  @Test
  void filesOfTheBuild_areTheSameRulesFromAFolder() {
    var own = Extractor.with(Publishers.with(Map.of("dw.com", Publishers.yaml("dw.com"))));

    assertThat(own.version()).isEqualTo(Extractor.standard().version());
  }

  @Test
  void otherLimits_changeTheVersion() {
    assertThat(new Extractor(new Limits(2048, 100, 16, 1)).version())
        .isEqualTo(Extractor.standard().version() + ".2048-100-16-1");
  }

  private static ArticleDraft draft(String file) {
    Extraction extraction = EXTRACTOR.extract(file.getBytes(StandardCharsets.UTF_8), Hints.NONE);
    assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
    return ((Extraction.Extracted) extraction).draft();
  }
}
