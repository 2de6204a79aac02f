package io.copyflow.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTitleTest {

  private static final String URL = "https://www.mistybay.example/news/gulls-counted-at-last-4711";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gulls counted at last | Misty Bay",
        "Gulls counted at last - mistybay.example",
        "Gulls counted at last | Misty Bay Courier Online | Nature"
      })
  void nameOfTheDomain_isCutOff(String title) {
    assertThat(title("<title>" + title + "</title>")).isEqualTo("Gulls counted at last");
  }

  @Test
  void ofTwoHeadlines_theOneInTheAddressIsTheTitle() {
    String shared = "<meta property=og:title content='Nobody expected so many birds'>";
    String described = "<meta property=og:title content='Gulls counted at last'>";

    assertThat(title(shared + "<h1>Gulls counted at last</h1>")).isEqualTo("Gulls counted at last");
    assertThat(title(described + "<h1>Nobody expected so many birds</h1>"))
        .isEqualTo("Gulls counted at last");
  }

  @Test
  void headingThatEndsTheTitle_isTheSitesName() {
    assertThat(title("<title>Ferry sails again » Tide Tables</title><h1>Tide Tables</h1>"))
        .isEqualTo("Ferry sails again");
  }

  @Test
  void lineThatTheTitleElementHolds_isTheHeadline() {
    assertThat(title("<title>渡轮停航两周之后今天恢复通航 东港办事处_海湾网</title><div>渡轮停航两周之后今天恢复通航</div>"))
        .isEqualTo("渡轮停航两周之后今天恢复通航");
  }

  @Test
  void beginningOfTheTitleElement_losesAgainstTheWholeHeadline() {
    assertThat(
            title(
                "<title>Ferry sails again - two weeks late</title>"
                    + "<h1>Ferry sails again - two weeks late</h1>"))
        .isEqualTo("Ferry sails again - two weeks late");
  }

  @Test
  void headlineThatAnAttributeCuts_losesAgainstTheWholeOne() {
    String cut = "<meta property=og:title content=\"Gulls counted: \"At last\"\">";

    assertThat(
            title(
                "<title>Gulls counted: \"At last\"</title>"
                    + cut
                    + "<h1>Gulls counted: \"At last\"</h1>"))
        .isEqualTo("Gulls counted: \"At last\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "https://mistybay.example/",
        "//archive.example/2/http://a.example"
      })
  void headingThatLeadsHome_isTheSitesName(String home) {
    assertThat(
            title(
                "<title>Ferry sails | Tide Tables</title><h1><a href="
                    + home
                    + ">Tide Tables</a></h1>"))
        .isEqualTo("Ferry sails");
  }

  @Test
  void wordThatTheTitleElementDoesNotKnow_isALabel() {
    assertThat(title("<title>How gulls are counted</title><h1>Advice</h1>"))
        .isEqualTo("How gulls are counted");
    assertThat(title("<title>Gulls - the Misty Bay magazine</title><h1>Gulls</h1>"))
        .isEqualTo("Gulls");
  }

  private static String title(String html) {
    return PageFacts.of(Jsoup.parse(html, URL)).title();
  }
}
