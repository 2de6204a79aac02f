package io.copyflow.extract;

import static io.copyflow.extract.ArticleFile.PROSE;
import static io.copyflow.extract.ArticleFile.draft;
import static io.copyflow.extract.ArticleFile.exact;
import static io.copyflow.extract.ArticleFile.extract;
import static io.copyflow.extract.ArticleFile.rejection;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.Extraction.Empty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {

  @Test
  void sameBytes_giveTheSameResult() {
    String file = exact("渡轮", "https://www.dw.com/zh/x/a-90000100", PROSE);

    assertThat(extract(file)).isEqualTo(extract(file));
  }

  @Test
  void titleWithBracketsAndEntities_keepsThem() {
    var draft = draft(exact("[影] A](b) &amp; C [1]", "https://example.org/(x)", PROSE));

    assertThat(draft.title()).isEqualTo("[影] A](b) & C [1]");
    assertThat(draft.url()).isEqualTo("https://example.org/(x)");
  }

  @Test
  void titleOverSeveralLines_isFolded() {
    assertThat(draft(exact("渡轮\n\u00A0 通航\n", "https://example.org/x", PROSE)).title())
        .isEqualTo("渡轮 通航");
  }

  @Test
  void relativeLinks_areResolvedAgainstWhereThePageWasFetched() {
    String page =
        "<!doctype html><title>渡轮</title><p>" + PROSE.repeat(3) + "<a href=b>详情在此</a></p>";

    assertThat(fetched(page, "https://example.org/a/x").links())
        .extracting(ArticleDraft.Link::url)
        .containsExactly("https://example.org/a/b");
  }

  @Test
  void headersAddress_winsOverWhereTheFileWasFetched() {
    String file = exact("渡轮", "https://example.org/x", PROSE);

    assertThat(fetched(file, "https://elsewhere.example/y").url())
        .isEqualTo("https://example.org/x");
  }

  @Test
  void leadPictureAtAnotherSize_isOnePictureWithItsCaption() {
    String page =
        "<!doctype html><meta property=og:image content='https://example.org/ferry-1200x630.jpg'>"
            + PROSE.repeat(3)
            + "<figure><img src=/ferry-640x480.jpg alt=渡轮><figcaption>渡轮靠岸。</figcaption></figure>"
            + PROSE.repeat(3);

    assertThat(fetched(page, "https://example.org/a/x").images())
        .containsExactly(
            new ArticleDraft.Image("https://example.org/ferry-1200x630.jpg", "渡轮靠岸。", "渡轮"));
  }

  private static ArticleDraft fetched(String file, String url) {
    var hints = new Hints(null, null, url);
    return ((Extraction.Extracted) Extractor.standard().extract(file.getBytes(UTF_8), hints))
        .draft();
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY_FILE",
    "' \n ', EMPTY_FILE",
    "'{\"a\": 1}', JSON",
    "'[{\"a\": 1}]', JSON",
    "'<p>x</p>', NO_HEADER",
    "'<!--99999-->\n', HEADER_CUT",
    "'[Barge](ht tp://paper example/[2031\n------\n\nBarge.\n', BAD_ADDRESS",
    "'<!--1936699200000-->\n[Barge](https://paper.example/\n------\n\nBarge.\n', BAD_ADDRESS",
    "%PDF-1.7, PDF",
    "GIF89a, IMAGE",
    "'<?xml version=\"1.0\"?><!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\"/>', IMAGE",
    "'<!DOCTYPE svg PUBLIC \"x\"><svg/>', IMAGE",
    "'<rss><item><description><![CDATA[<p>x<p>y]]></description></item></rss>', XML",
    "'<feed xmlns=\"http://www.w3.org/2005/Atom\"><p>x</p><p>y</p></feed>', XML"
  })
  void fileThatIsNoArticle_isRejectedWithItsReason(String content, RejectReason reason) {
    assertThat(rejection(content.getBytes(UTF_8))).isEqualTo(reason);
  }

  @Test
  void badByte_isCountedInAPageAndRefusedInAnArchiveFile() {
    String page = "<!DOCTYPE html><title>渡轮</title>" + PROSE.repeat(40) + "<p>X</p>";

    assertThat(((Extraction.Extracted) damaged(page)).draft().undecodable()).isEqualTo(1);
    assertThat(((Extraction.Extracted) damaged(page)).draft().text()).endsWith("\uFFFD");
    assertThat(((Extraction.Rejected) damaged(exact("渡轮", "https://example.org/x", page))).reason())
        .isEqualTo(RejectReason.UNDECODABLE_TEXT);
  }

  private static Extraction damaged(String file) {
    byte[] bytes = file.getBytes(UTF_8);
    bytes[file.getBytes(UTF_8).length - file.length() + file.indexOf("X</p>")] = (byte) 0xFF;
    return Extractor.standard().extract(bytes, Hints.NONE);
  }

  @Test
  void twoArticlesInOneFile_areRejected() {
    String one = exact("一", "https://example.org/1", PROSE);

    assertThat(rejection((one + one).getBytes(UTF_8))).isEqualTo(RejectReason.SEVERAL_ARTICLES);
  }

  @Test
  void detailOfRejection_holdsNoControlCharacters() {
    var rejected = (Extraction.Rejected) extract("\u001B[31m" + " red \u202E ".repeat(30));

    assertThat(rejected.detail()).contains("\\u001B").doesNotContainPattern("\\p{Cntrl}|\\p{Cf}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', NO_CONTENT",
    "'<p>&nbsp;</p>', NO_CONTENT",
    "'<video src=\"https://example.org/v.mp4\"></video>', ONLY_MEDIA",
    "'<p>标题</p>', ONLY_BOILERPLATE",
    "'<ul><li><a href=\"https://example.org/2\">另一篇</a></li></ul>', ONLY_LINKS"
  })
  void bodyWithoutText_isEmpty(String body, EmptyReason reason) {
    var empty = (Empty) extract(exact("标题", "https://example.org/x", body));

    assertThat(empty.reason()).isEqualTo(reason);
    assertThat(empty.draft().text()).isEmpty();
    assertThat(empty.draft().title()).isEqualTo("标题");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.dw.com/zh/渡轮/a-66798081, a-66798081",
    "https://www.cna.com.tw/news/acn/202011300296.aspx, 202011300296",
    "https://www.voachinese.com/a/some-title-20200720/5509419.html, 5509419",
    "https://cn.reuters.com/article/health-0708-idCNKBS24A0BC, idCNKBS24A0BC",
    "https://www.rfa.org/mandarin/Xinwen/5-09142020121914.html, 5-09142020121914",
    "http://www.bbc.com/zhongwen/simp/world-53261078, zhongwen/simp-53261078",
    "https://cn.nytimes.com/china/20200706/some-slug/, 20200706-some-slug",
    "https://www.youtube.com/watch?v=3q6oD-9blTo&feature=share, 3q6oD-9blTo",
    "https://cn.ft.com/story/001088444?full=y, 001088444"
  })
  void publisherArticleId_isReadFromTheAddress(String url, String id) {
    assertThat(draft(exact("标题", url, PROSE)).address().publisherArticleId()).isEqualTo(id);
  }

  @Test
  void unknownPublisher_hasDomainAndNoName() {
    var draft = draft(exact("标题", "https://news.example.co.uk/x", PROSE));

    assertThat(draft.address().publisher())
        .isEqualTo(new ArticleDraft.Publisher("example.co.uk", null));
    assertThat(draft.profile()).isEqualTo("general");
  }

  @Test
  void addressThatIsNone_isKeptAsWritten() {
    var draft = draft(exact("标题", "not an address", PROSE));

    assertThat(draft.url()).isEqualTo("not an address");
    assertThat(draft.address()).isNull();
  }
}
