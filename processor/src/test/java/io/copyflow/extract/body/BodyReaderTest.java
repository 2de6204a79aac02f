package io.copyflow.extract.body;

import static io.copyflow.extract.ArticleFile.PROSE;
import static io.copyflow.extract.ArticleFile.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.ArticleDraft.Image;
import io.copyflow.extract.ArticleDraft.Link;
import io.copyflow.extract.ArticleDraft.Media;
import io.copyflow.extract.LinkKind;
import io.copyflow.extract.MediaKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

  private static final String TEXT = PROSE.replaceAll("</?p>", "");

  @Test
  void paragraphsHeadingsAndItems_areKeptInOrder() {
    String body =
        "<h2>一</h2>"
            + PROSE
            + "<ul><li>甲</li><li>乙</li></ul><table><tr><td>丙</td><td>丁</td></tr></table>";

    assertThat(draft("example.org", body).text()).isEqualTo("一\n\n" + TEXT + "\n\n甲\n\n乙\n\n丙 丁");
  }

  @Test
  void lineBreaks_areLinesAndTwoAreParagraphs() {
    assertThat(draft("example.org", "甲乙<br>丙丁<br> <br/>戊己").text()).isEqualTo("甲乙\n丙丁\n\n戊己");
  }

  @Test
  void linkThatStartsAScript_isText() {
    assertThat(draft("example.org", "<a href='JavaScript:show(1)'>甲乙丙丁</a>").text())
        .isEqualTo("甲乙丙丁");
  }

  @Test
  void escapedMarkup_staysText() {
    assertThat(draft("example.org", "<p>&lt;img src=x&gt; 是一个标签</p>").text())
        .isEqualTo("<img src=x> 是一个标签");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>（路透社、法新社等）</p>",
        "<p>© 2031 AFP</p>",
        "<p>责编：甲 乙</p>",
        "<div>分享 :</div>",
        "<br><hr><div>获取更多RSS：<br><a href='https://feedx.net'>https://feedx.net</a></div>",
        "<p>延伸阅读：<a href='/y'>另一篇</a></p>",
        "<p>--------</p>",
        "<style>p{}</style>",
        "<script>1</script>",
        "<p hidden>x</p>",
        "<div class='sharedaddy'><p>x</p></div>",
        "<p><a href='/z'>下一篇</a></p>",
        "<p>标题</p>"
      })
  void boilerplate_isNoText(String boilerplate) {
    assertThat(draft("example.org", PROSE + boilerplate).text()).isEqualTo(TEXT);
  }

  @Test
  void creditLine_namesAgencies() {
    assertThat(draft("www.dw.com", PROSE + "<p>（路透社、法新社、韩联社等）</p>").agencies())
        .containsExactly("路透社", "法新社", "韩联社");
  }

  @Test
  void agenciesInRunningText_areNoCredit() {
    ArticleDraft draft = draft("example.org", "<p>据路透社报道，渡轮今天恢复通航。</p>");

    assertThat(draft.agencies()).isEmpty();
    assertThat(draft.text()).startsWith("据路透社报道");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "www.dw.com|（德国之声中文网）渡轮回来了。|（德国之声中文网）",
        "www.rfi.fr|（法新社北京3日电） 渡轮回来了。|（法新社北京3日电）",
        "cn.reuters.com|路透伦敦7月8日 - 渡轮回来了。|路透伦敦7月8日",
        "www.voachinese.com|台北 — 渡轮回来了。|台北",
        "www.cna.com.tw|（中央社記者林長順台北31日電）渡轮回来了。|（中央社記者林長順台北31日電）",
        "example.org|LONDON (Reuters) - 渡轮回来了。|LONDON (Reuters)"
      })
  void dateline_isAFieldOfItsOwn(String host, String line, String dateline) {
    ArticleDraft draft = draft(host, "<p>" + line + "</p>");

    assertThat(draft.dateline()).isEqualTo(dateline);
    assertThat(draft.text()).isEqualTo("渡轮回来了。");
  }

  @Test
  void minguoEndMark_isADateInTaipei() {
    ArticleDraft draft = draft("www.cna.com.tw", "<p>列車恢復行駛。（編輯：甲乙）1090908</p>");

    assertThat(draft.text()).isEqualTo("列車恢復行駛。");
    assertThat(draft.dates().candidates())
        .filteredOn(date -> date.text().equals("1090908"))
        .extracting(ArticleDraft.Date::instant)
        .containsExactly(Instant.parse("2020-09-07T16:00:00Z"));
  }

  @Test
  void stampWithByline_givesDateAndAuthor() {
    ArticleDraft draft =
        draft("www.dw.com", "<div><i>李鱼 综合报导<br>2020-07-19T14:10:17.236Z</i></div>" + PROSE);

    assertThat(draft.authors()).containsExactly("李鱼");
    assertThat(draft.text()).isEqualTo(TEXT);
  }

  @Test
  void caption_belongsToThePictureBefore() {
    String body =
        "<img src='https://images.weserv.nl/?url=a.org/1.jpg' alt='船'>"
            + "<div><small style='color: #999;'>港口。</small></div><figure><img src='data:x'>"
            + "<img src='//a.org/2.jpg'><figcaption>码头。</figcaption></figure>"
            + PROSE;
    ArticleDraft draft = draft("example.org", body);

    assertThat(draft.images())
        .containsExactly(
            new Image("https://a.org/1.jpg", "港口。", "船"),
            new Image("https://a.org/2.jpg", "码头。", null));
    assertThat(draft.text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='/img/icon-zoom.png'>", "<img src='/placeholder.gif'>", "<img src='/x.svg'>",
        "<img src='data:image/gif;base64,R0'>", "<img src='/p.jpg' width=1 height=1>", "<img>"
      })
  void iconsAndPlaceholders_areNoPictures(String image) {
    assertThat(draft("example.org", image + PROSE).images()).isEmpty();
  }

  @Test
  void lazyPicture_isReadFromWhereItWaits() {
    assertThat(draft("example.org", "<img src='data:x' data-src='/p.jpg'>" + PROSE).images())
        .extracting(Image::url)
        .containsExactly("https://example.org/p.jpg");
  }

  @Test
  void players_areMedia() {
    String body =
        "<video><source src='/v.mp4'></video><audio src='/a.mp3'></audio>"
            + "<iframe src='https://www.youtube.com/embed/x'></iframe>"
            + PROSE;

    assertThat(draft("example.org", body).media())
        .containsExactly(
            new Media("https://example.org/v.mp4", MediaKind.VIDEO, null),
            new Media("https://example.org/a.mp3", MediaKind.AUDIO, null),
            new Media("https://www.youtube.com/embed/x", MediaKind.EMBED, null));
  }

  @Test
  void links_sayWhatTheyAreFor() {
    String body =
        "<p>见<a href='/a'>报告</a>，渡轮今天恢复通航。</p><p>延伸阅读：<a href='/b'>前情</a></p>"
            + "<div><a href='https://twitter.com/intent/tweet?url=x'></a></div><a href='javascript:x'>x</a>";

    assertThat(draft("example.org", body).links())
        .extracting(Link::kind)
        .containsExactly(LinkKind.REFERENCE, LinkKind.RELATED, LinkKind.SHARE);
  }

  @Test
  void copyrightOverInlineTags_isOneLine() {
    String rights = "<p><em>© 2020</em><em>年</em> <em>德国之声版权声明</em><em>。</em></p>";

    assertThat(draft("www.dw.com", PROSE + rights).rights()).isEqualTo("© 2020年德国之声版权声明。");
  }
}
