package io.copyflow.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFactsTest {

  @Test
  void headlineOnWhichSourcesAgree_isTheTitle() {
    PageFacts facts =
        facts(
            "<title>Gulls counted again - The Misty Bay Courier</title>"
                + "<meta property=og:site_name content='The Misty Bay Courier'>"
                + "<meta property=og:title content='You will not believe these gulls'>"
                + "<h1>Gulls counted again</h1>");

    assertThat(facts.title()).isEqualTo("Gulls counted again");
  }

  @Test
  void nameOfTheSite_isNoTitle() {
    String head = "<title>The Courier</title><meta property=og:site_name content='The Courier'>";

    assertThat(facts(head + "<h1>The Courier</h1><h1>Gulls counted</h1>").title())
        .isEqualTo("Gulls counted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@type':'NewsArticle','headline':'Gulls'}",
        "[{'@type':'WebSite'},{'@type':['Article','Thing'],'headline':'Gulls'}]",
        "{'@graph':[{'@type':'ReportageNewsArticle','headline':'Gulls'}]}",
        "<!-- {'@type':'NewsArticle','headline':'Gulls',} -->",
        "var x = {'@type':'NewsArticle','headline':'Gulls'};"
      })
  void articleInLinkedData_isFoundHoweverItIsWrapped(String json) {
    assertThat(linked(json).title()).isEqualTo("Gulls");
  }

  @ParameterizedTest
  @CsvSource({
    "'{''@type'':''Person'',''name'':''Ada Wick''}', Ada Wick",
    "'[''Ada Wick'',{''name'':''Joss Fenn''}]', 'Ada Wick, Joss Fenn'",
    "'''By Ada Wick and Joss Fenn''', 'Ada Wick, Joss Fenn'",
    "'{''givenName'':''Ada'',''familyName'':''Wick''}', Ada Wick",
    "'''Ada Wick staff reporter''', Ada Wick",
    "'''Staff Writer''', Staff Writer",
    "'''이안개 기자''', 이안개",
    "'''admin''', ''",
    "'''Facebook''', ''",
    "'''https://example.org/ada''', ''"
  })
  void authorInLinkedData_isAListOfNames(String author, String names) {
    String json = "{'@type':'Article','headline':'Gulls','author':" + author + "}";

    assertThat(String.join(", ", linked(json).authors())).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({"雾港晚报, ''", "雾港晚报科技, ''", "林小雨, 林小雨", "'撰稿：林小雨 责任编辑：陈白', 林小雨", "实习记者, ''", "佚名, ''"})
  void namesOfPapersAndOffices_areNoPersons(String author, String names) {
    String head = "<title>灯塔重开_雾港晚报科技</title><meta name=author content='" + author + "'>";

    assertThat(String.join(", ", facts(head).authors())).isEqualTo(names);
  }

  @Test
  void nameOfTheDesk_isAuthorWhenNobodyElseIs() {
    String desk =
        "<meta property=og:site_name content='The Courier'><meta name=author content='The Courier Desk'>";

    assertThat(facts(desk).authors()).containsExactly("The Courier Desk");
    assertThat(facts(desk + "<meta name=byl content='By Ada Wick'>").authors())
        .containsExactly("Ada Wick");
  }

  @Test
  void bylineOfAPicture_namesNoAuthor() {
    PageFacts facts =
        facts("<p class=photo-author>Joss Fenn</p><p class=byline>Von Ada Wick, 3.5.2024</p>");

    assertThat(facts.authors()).containsExactly("Ada Wick");
  }

  @Test
  void pictureThatReadersSee_standsForTheArticle() {
    String share =
        "<meta property=og:image content='https://example.org/misty-gulls-1200x630.jpg'>";
    String json =
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"image\":"
            + "{\"@id\":\"https://example.org/#picture\",\"url\":\"https://example.org/ferry.jpg\"}}</script>";

    assertThat(facts(json + share).image()).isEqualTo("https://example.org/ferry.jpg");
    assertThat(facts(json + share + "<img src=/up/misty-gulls-640x480.jpg>").image())
        .isEqualTo("https://example.org/misty-gulls-1200x630.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<header>Tuesday, 4 May 2024</header><p class=date>3 May 2024</p>|3 May 2024",
        "<article><footer>3 May 2024</footer></article>|3 May 2024",
        "<div class=with-sidebar><h1>Gulls</h1><p>3 May 2024</p></div>|3 May 2024",
        "<p>27.1.2022 - Gulls were counted on every roof of the town, and then those on the"
            + " quay, and at last those on the masts of the ferries that lay there.</p>|27.1.2022",
        "<footer>Stand: 3.5.2024</footer>|Stand: 3.5.2024"
      })
  void dateThatReadersSee_isThatOfTheArticle(String body, String line) {
    assertThat(facts(body).shown()).first().isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>© 2024 The Courier</p>",
        "<aside><p class=date>3 May 2024</p></aside>",
        "<div class=comments><time datetime=2024-05-03>3 May 2024</time></div>"
      })
  void dateOfSomethingElse_isNotTheArticles(String body) {
    assertThat(facts(body).shown()).isEmpty();
  }

  @Test
  void sentenceBelowAnEntry_saysItsDate() {
    String sentence =
        "This entry was posted on Friday, May 3rd, 2024 at 9:15 am and is filed under Gulls. You"
            + " can follow any responses to this entry through the feed, or leave one.";

    assertThat(facts("<p class=postmetadata><small>" + sentence + "</small></p>").shown())
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("This entry was posted on Friday, May 3rd, 2024");
  }

  @Test
  void dateOfThePage_isThatOfItsArticle() {
    assertThat(linked("{'@type':'WebPage','datePublished':'2024-05-03'}").issued())
        .containsExactly("2024-05-03");
  }

  private static PageFacts linked(String json) {
    String script = "<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
    return facts(script);
  }

  private static PageFacts facts(String html) {
    return PageFacts.of(Jsoup.parse(html));
  }
}
