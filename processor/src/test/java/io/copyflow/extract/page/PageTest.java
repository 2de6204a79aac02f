package io.copyflow.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final String ONE =
      "<p>The ferry came back on Tuesday, after forty days of storm, and half the town stood on the"
          + " quay to see it, though the rain had not quite stopped.</p>";

  private static final String TWO =
      "<p>Its captain, who had waited on the far side, said that he had read every book on board,"
          + " twice, and that he would now like to read a newspaper.</p>";

  private static final String THREE =
      "<p>Tickets are sold again from Thursday, at the old price, and whoever holds one from before"
          + " the storm may use it until the end of the year.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nav>X</nav>",
        "<div class='RelatedStories'>X</div>",
        "<div id=comments><p>X, he wrote, and he meant it, as every reader could see at once.</p></div>",
        "<div class='share_bar'><a href=/s>X</a></div>",
        "<p style='display: none'>X</p>",
        "<p>Read more: X</p>",
        "<p>Categories: X</p>",
        "<p>Crédits photos : X</p>",
        "<p>Das könnte dich auch interessieren: X</p>",
        "<p>In other news | <a href=/x>X, the title of another page</a></p>",
        "<div><a href=/x>X, which is the title of another page</a></div>",
        "<div class=fact-box><p>X, he wrote, and he meant it, as every reader could see.</p></div>",
        "<ul><li><a href=/1>X one</a></li><li><a href=/2>X two</a></li></ul>"
      })
  void whatIsNoArticle_isLeftOut(String apart) {
    assertThat(text("<article>" + ONE + apart + TWO + THREE + "</article>"))
        .doesNotContain("X")
        .contains("ferry", "captain", "Tickets");
  }

  @Test
  void wordsThatStartAScript_areNoLinks() {
    String words = "<div>" + ONE.replace("<p>", "<p><a href='javascript:note(1)'>") + "</a></div>";

    assertThat(text("<article>" + words + TWO + THREE + "</article>")).contains("ferry");
  }

  @Test
  void textInSeveralBoxes_isJoinedInOrder() {
    String html =
        "<div><div class=b>" + ONE + "</div><i></i><div class=b>" + TWO + THREE + "</div></div>";

    assertThat(text(html)).containsSubsequence("ferry", "captain", "Tickets");
  }

  @Test
  void partsOfOneArticle_areJoinedWhateverTheirNames() {
    String parts = "<section class=a>" + ONE + TWO + "</section><section>" + THREE + "</section>";

    assertThat(text("<article>" + parts + "</article>")).contains("captain", "Tickets");
  }

  @Test
  void linkedSource_staysInTheText() {
    String source = "<p><a href=/log>https://harbour.example.org/log</a></p>";

    assertThat(text("<article>" + ONE + TWO + source + THREE + "</article>")).contains("/log");
  }

  @Test
  void pageOfHeadings_isNotEmpty() {
    assertThat(text("<h2>Ferry</h2><img src=/1.png><h2>Quay</h2>")).contains("Ferry", "Quay");
  }

  @Test
  void nameThatLies_doesNotHideTheArticle() {
    assertThat(text("<div class=sidebar>" + ONE + TWO + THREE + "</div>")).contains("captain");
  }

  @Test
  void textHiddenAsAWhole_isRead() {
    String hidden = "<div class=paywall hidden aria-hidden=true>" + ONE + TWO + THREE + "</div>";

    assertThat(Page.of("<html><body>" + hidden, null).main().select("[hidden], [aria-hidden]"))
        .isEmpty();
    assertThat(text(hidden)).contains("ferry", "captain", "Tickets");
  }

  @Test
  void secondArticle_isNotTheFirst() {
    String first = "<article><h1>Ferry</h1>" + ONE + TWO + THREE + "</article>";
    String second = "<article><h1>Gulls</h1>" + "<p>Gulls, gulls, and more gulls.</p>".repeat(30);

    assertThat(text("<title>Ferry</title>" + first + second)).doesNotContain("ulls");
  }

  @Test
  void textForMachines_isTakenWhereReadersSeeNone() {
    String json =
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\""
            + (ONE + TWO + THREE).replaceAll("</?p>", " ")
            + "\"}</script>";

    assertThat(text(json + "<p>Please wait.</p>")).contains("ferry", "captain", "Tickets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.state = {\"id\": 7, \"body\": \"%s\"}</script>",
        "<script type=text/template>%s</script>",
        "<div data-story='{\"body\":\"%s\"}'></div>",
        "<script>self.f.push([1,\"{\\\"id\\\":7,\\\"body\\\":\\\"%s\\\",\\\"more\\\":\\\"x\\\"}\"])</script>"
      })
  void textInTheDataOfAScript_isTakenWhereReadersSeeNone(String data) {
    String plain = ONE + TWO + THREE;
    String html = data.contains("template") ? plain : plain.replace("<", "\\u003c");

    assertThat(text(data.formatted(html) + "<p>Please wait.</p>"))
        .contains("ferry", "captain", "Tickets");
  }

  private static String text(String body) {
    return Page.of("<html><body>" + body, null).main().text();
  }
}
