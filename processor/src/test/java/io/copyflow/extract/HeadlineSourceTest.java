package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.publisher.Publishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineSourceTest {

  private static final String PAGE =
      """
      <!doctype html><title>Ferry title | Misty Bay</title>
      <link rel=canonical href=https://mistybay.example/news/1>
      <meta property=og:site_name content="Misty Bay">
      <meta property=og:title content="Ferry shared">%s
      <article><h1>Ferry heading</h1><p>The ferry sails again, two weeks after the storm.</p>
      """;

  private static final String LINKED =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry"
          + " linked\"}</script>";

  @ParameterizedTest
  @CsvSource({
    "linked-data, Ferry linked",
    "open-graph, Ferry shared",
    "heading, Ferry heading",
    "title-element, Ferry title"
  })
  void headlineThatThePublisherMeans_isTheTitle(String source, String title) {
    assertThat(title(PAGE.formatted(LINKED), "headline: " + source)).isEqualTo(title);
  }

  @Test
  void headlineThatIsMissing_isWeighedAsForEverybody() {
    String page = PAGE.formatted("");

    assertThat(title(page, "headline: linked-data")).isEqualTo(title(page, "name: Misty Bay"));
  }

  @Test
  void readingAloud_isNoPartOfTheText() {
    String page =
        PAGE.formatted("")
            .replace("Ferry heading", "<ruby>渡<rp>(</rp><rt>と</rt><rp>)</rp></ruby>船");

    assertThat(title(page, "headline: heading")).isEqualTo("渡船");
  }

  private static String title(String page, String rules) {
    var extractor = Extractor.with(Publishers.with(Map.of("mistybay.example", rules)));
    var read =
        (Extraction.Extracted) extractor.extract(page.getBytes(StandardCharsets.UTF_8), Hints.NONE);
    return String.valueOf(read.draft().title());
  }
}
