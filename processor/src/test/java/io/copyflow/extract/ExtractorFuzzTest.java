package io.copyflow.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.copyflow.extract.warc.WarcBytes;
import java.util.List;

/**
 * Searches for files that break a promise. An ordinary test run repeats what was found and a few
 * files to start from, all under {@code ExtractorFuzzTestInputs}; {@code CONTRIBUTING.md} says how
 * to search.
 */
class ExtractorFuzzTest {

  private static final List<String> CHARSETS =
      List.of("", "utf-8", "gb2312", "big5", "shift_jis", "euc-kr", "utf-16", "iso-2022-jp", "x");

  /** Any bytes as a file. */
  @FuzzTest
  void anyFile(byte[] file) {
    Promises.hold(file, Hints.NONE);
  }

  /** Any text in an archive file. */
  @FuzzTest
  void archiveFile(FuzzedDataProvider data) {
    String epoch = data.pickValue(List.of("", "<!--1694672222000-->\n", "<!--NaN-->\n"));
    String title = data.consumeString(40);
    String url = data.consumeString(60);
    String body = data.consumeRemainingAsString();
    hold(epoch + "[" + title + "](" + url + ")\n------\n\n" + body);
  }

  /** Any front matter. */
  @FuzzTest
  void frontMatter(FuzzedDataProvider data) {
    String yaml = data.consumeString(400);
    hold("---\n" + yaml + "\n---\n" + data.consumeRemainingAsString());
  }

  /** Any text where a page speaks to machines. */
  @FuzzTest
  void linkedData(FuzzedDataProvider data) {
    String json = data.consumeString(500);
    hold(
        "<html><script type='application/ld+json'>"
            + json
            + "</script><body>"
            + data.consumeRemainingAsString());
  }

  /** Any dates, in all places that show or mark some. */
  @FuzzTest
  void dates(FuzzedDataProvider data) {
    String date = data.consumeString(60);
    hold(
        "<html><meta property='article:published_time' content='%s'><body><p>%s</p>"
                .formatted(data.consumeString(40), date)
            + ArticleFile.PROSE
            + "<time datetime='"
            + date
            + "'>"
            + data.consumeRemainingAsString());
  }

  /** Any addresses, relative to any other. */
  @FuzzTest
  void addresses(FuzzedDataProvider data) {
    String base = data.consumeString(60);
    String url = data.consumeString(80);
    String page =
        ("<html><base href='%s'><link rel=canonical href='%s'><meta property='og:image' content='%s'>"
                + "<body><a href='%s'>x</a><img src='%s'><iframe src='%s'></iframe>")
            .formatted(base, url, url, url, url, url);
    Promises.hold(
        (page + ArticleFile.PROSE.repeat(3)).getBytes(UTF_8),
        new Hints(null, null, data.consumeRemainingAsString()));
  }

  /** Any bytes under any hint. */
  @FuzzTest
  void encodings(FuzzedDataProvider data) {
    String hint = data.pickValue(CHARSETS);
    String meta = "<html><meta charset=" + data.pickValue(CHARSETS) + "><p>";
    byte[] file = WarcBytes.join(meta.getBytes(UTF_8), data.consumeRemainingAsBytes());
    Promises.hold(file, new Hints(null, hint, null));
  }

  /** Any bytes as what a server sent. */
  @FuzzTest
  void capturedPage(FuzzedDataProvider data) {
    String headers = data.consumeString(100) + "\r\n";
    byte[] body = data.consumeRemainingAsBytes();
    Promises.hold(WarcBytes.response("200 OK", headers, body), Hints.NONE);
  }

  private static void hold(String file) {
    Promises.hold(file.getBytes(UTF_8), Hints.NONE);
  }
}
