package io.copyflow.extract;

import static io.copyflow.extract.ArticleFile.PROSE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.extract.warc.WarcBytes;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files that are built to cost time or memory.
 *
 * @param name what it holds, as a file name
 * @param outcome what has to become of it: {@code ARTICLE}, {@code EMPTY} or the reason of a
 *     refusal
 * @param bytes writes it
 */
record HostileFile(String name, String outcome, Supplier<byte[]> bytes) {

  private static final int MEBI = 1 << 20;

  /** As much as fits into a file of the largest size, with room for what stands around it. */
  private static final int FULL = 8 * MEBI - 4096;

  private static final String ARTICLE = "ARTICLE";
  private static final String TOO_COMPLEX = "TOO_COMPLEX";
  private static final String TOO_LARGE = "TOO_LARGE";

  /** What our own patterns look for, once and once more. */
  static final List<String> BAIT =
      List.of(
          "<",
          "&",
          "&amp;",
          "&#x4e00;",
          "&NotEqualTilde;",
          "](",
          "[",
          "[a](",
          "（",
          "（例台",
          "— ",
          "路透社、",
          "记者",
          "by ",
          "\u202E",
          "1 ",
          "2031-",
          "2031年5月",
          "Mon, ",
          "12:",
          "©",
          " ",
          "\u00A0",
          "\u3000 ",
          "-",
          ".",
          "。",
          "“",
          "https://",
          "http://a/",
          "www.",
          "%25",
          "@",
          "Related ",
          "<!--",
          "\0 a",
          "\uFFFD",
          "\uD83D\uDE00",
          "e\u0301",
          "//<![CDATA[",
          "|",
          " - ");

  /** All of them. */
  static List<HostileFile> all() {
    var all = new ArrayList<>(shapes());
    all.addAll(bait());
    return all;
  }

  /** Without those that are one bait over and over. */
  static List<HostileFile> shapes() {
    var all = new ArrayList<HostileFile>();
    all.addAll(markup());
    all.addAll(text());
    all.addAll(pages());
    all.addAll(headers());
    all.addAll(packed());
    return all;
  }

  private static List<HostileFile> markup() {
    return List.of(
        body("million-nested-tags", TOO_COMPLEX, () -> "<div>".repeat(MEBI)),
        body("million-headings", TOO_COMPLEX, () -> "<h2>x".repeat(MEBI)),
        body("two-million-breaks", TOO_COMPLEX, () -> "<br>".repeat(2_000_000)),
        body("million-empty-comments", TOO_COMPLEX, () -> "<!---->".repeat(MEBI)),
        body("hundred-thousand-links", TOO_COMPLEX, () -> "<a href=/x>x</a>".repeat(100_000)),
        body("links-at-the-limit", ARTICLE, () -> numbered("<a href='/%d'>x</a> ", 49_000)),
        body("pictures-at-the-limit", ARTICLE, () -> numbered("<img src='/%d.jpg'>", 99_000)),
        body("headings-at-the-limit", ARTICLE, () -> numbered("<h2>Part %d</h2>", 49_000)),
        body("paragraphs-at-the-limit", ARTICLE, () -> numbered("<p>Line %d of many.</p>", 49_000)),
        body("tables-at-the-limit", ARTICLE, () -> "<table><tr><td>x".repeat(33_000)),
        body("nested-to-the-limit", ARTICLE, () -> "<div>".repeat(90_000) + "x"),
        body("nested-inline-to-the-limit", ARTICLE, () -> "<b><i>".repeat(45_000) + "x"),
        body("foster-parents", ARTICLE, () -> "<table><b>x".repeat(45_000)),
        body("million-attributes", ARTICLE, () -> "<p" + numbered(" a%d", MEBI) + ">x</p>"),
        body("attribute-of-8-mb", ARTICLE, () -> "<p title='" + "x".repeat(FULL) + "'>x</p>"),
        body("tag-name-of-8-mb", TOO_COMPLEX, () -> "<" + "a".repeat(FULL)),
        body("end-tag-name-of-8-mb", TOO_COMPLEX, () -> "</" + "a".repeat(FULL)),
        body("address-of-8-mb", ARTICLE, () -> "<a href='/" + "a/../".repeat(FULL / 5) + "'>x</a>"),
        body(
            "picture-of-8-mb",
            ARTICLE,
            () -> "<img src='data:image/png;base64," + "A".repeat(FULL)),
        body("style-of-8-mb", ARTICLE, () -> "<style>" + "a{}".repeat(FULL / 3)),
        body("unclosed-comment", ARTICLE, () -> "<!--" + "- ".repeat(FULL / 2)));
  }

  private static List<HostileFile> text() {
    return List.of(
        body("text-of-50-mb", TOO_LARGE, () -> "港".repeat(50 * MEBI / 3)),
        body("text-of-8-mb", ARTICLE, () -> "港口今天恢复通航。".repeat(FULL / 27)),
        body("english-of-8-mb", ARTICLE, () -> "The ferry is back today. ".repeat(FULL / 25)),
        body("word-of-8-mb", ARTICLE, () -> "a".repeat(FULL)),
        body("brackets-of-10-mb", TOO_LARGE, () -> "<".repeat(10 * MEBI)),
        raw("random-bytes", "UNDECODABLE_TEXT", () -> random(FULL, 0x80)),
        raw(
            "utf-16-of-6-mb",
            ARTICLE,
            () -> exact("港口。".repeat(MEBI)).getBytes(Charset.forName("UTF-16LE"))),
        raw(
            "gb18030-of-8-mb",
            ARTICLE,
            () -> exact("港口今天恢复通航。".repeat(FULL / 18)).getBytes(Charset.forName("GB18030"))));
  }

  private static List<HostileFile> pages() {
    return List.of(
        page("page-of-nested-tags", TOO_COMPLEX, () -> "<div>".repeat(MEBI)),
        page("page-nested-to-the-limit", ARTICLE, () -> "<div class=story>".repeat(90_000) + "x"),
        page(
            "page-of-paragraphs",
            ARTICLE,
            () -> numbered("<p>Line %d of many, and more.</p>", 49_000)),
        page("page-of-lists", TOO_COMPLEX, () -> numbered("<ul><li><a href=/%d>x</a>", 33_000)),
        page(
            "page-of-meta-tags",
            ARTICLE,
            () -> numbered("<meta property='og:title' content='T %d'>", 90_000)),
        page(
            "page-of-times",
            ARTICLE,
            () -> numbered("<time datetime='2031-05-%d'>x</time>", 45_000)),
        page(
            "page-of-bylines", ARTICLE, () -> numbered("<div class=byline>by A B%d</div>", 45_000)),
        page("page-of-headlines", ARTICLE, () -> numbered("<h1>Headline %d</h1>", 45_000)),
        page(
            "page-title-of-8-mb",
            "EMPTY",
            () -> "<title>" + "a | b - ".repeat(FULL / 8) + "</title>"),
        page(
            "page-headline-of-8-mb", ARTICLE, () -> "<h1>" + "a | b - ".repeat(FULL / 8) + "</h1>"),
        page(
            "page-title-of-4-mb-and-lines",
            "EMPTY",
            () ->
                "<title>"
                    + "many lines of it ".repeat(4 * MEBI / 17)
                    + "</title>"
                    + "<p>many lines of it many lines of it".repeat(45_000)),
        page(
            "page-description-of-8-mb",
            ARTICLE,
            () -> "<meta name=description content='" + "a ".repeat(FULL / 2) + "'>"),
        page(
            "page-class-of-8-mb",
            ARTICLE,
            () -> "<div class='" + "related-".repeat(FULL / 8) + "'>x</div>"),
        page(
            "page-million-classes",
            ARTICLE,
            () -> "<div class='" + "by x ".repeat(FULL / 5) + "'>x</div>"),
        page(
            "linked-data-of-8-mb",
            ARTICLE,
            () -> linked("{\"@type\":\"NewsArticle\",\"headline\":\"x\"},", FULL)),
        page("linked-body-of-8-mb", ARTICLE, () -> linkedBody("港口今天恢复通航。".repeat(FULL / 27))),
        page(
            "linked-data-in-pieces",
            ARTICLE,
            () ->
                "<script type=application/ld+json>{\"@type\":\"Article\"}</script>".repeat(45_000)),
        page("deep-lists-in-linked-data", ARTICLE, () -> script("[".repeat(FULL))),
        page(
            "deep-objects-in-linked-data", ARTICLE, () -> script("{\"@graph\":".repeat(FULL / 10))),
        page(
            "long-number-in-linked-data",
            ARTICLE,
            () -> script("{\"@type\":\"Article\",\"a\":" + "9".repeat(FULL) + "}")),
        page(
            "long-name-in-linked-data", ARTICLE, () -> script("{\"" + "a".repeat(FULL) + "\":1}")));
  }

  private static List<HostileFile> headers() {
    return List.of(
        raw("title-of-8-mb", "NO_HEADER", () -> ("[" + "a](".repeat(FULL / 3)).getBytes(UTF_8)),
        body("headers-cut-short", ARTICLE, () -> "\n[a)\n---\n".repeat(FULL / 9)),
        body("rules", ARTICLE, () -> "\n---".repeat(FULL / 4)),
        body("rules-with-blanks", ARTICLE, () -> ("\n" + " ".repeat(9) + "---").repeat(FULL / 13)),
        raw(
            "front-matter-of-8-mb",
            "NO_HEADER",
            () -> ("---\n" + "a: b\n".repeat(FULL / 5)).getBytes(UTF_8)),
        matter("front-matter-of-keys", numbered("k%d: v\n", 6_000)),
        matter("aliases", aliases()),
        matter("aliases-in-a-ring", "a: &a [[*a]]\nb: &b {c: [*b]}\n"),
        matter("deep-front-matter", "a: " + "[".repeat(60_000) + "\n"),
        matter(
            "deep-front-matter-blocks",
            IntStream.range(0, 300)
                .mapToObj(i -> " ".repeat(i) + "a:\n")
                .collect(Collectors.joining())),
        matter("front-matter-of-questions", "? ".repeat(30_000) + "\n"),
        matter("front-matter-of-tags", "a: " + "!!".repeat(30_000) + "\n"),
        matter("front-matter-quotes", "a: \"" + "\\x41".repeat(15_000) + "\"\n"),
        raw("json-of-8-mb", "JSON", () -> "{\"a\":".repeat(FULL / 5).getBytes(UTF_8)));
  }

  private static List<HostileFile> packed() {
    return List.of(
        raw("gzip-bomb", "NOT_TEXT", HostileFile::zeros),
        raw(
            "warc-bomb",
            TOO_LARGE,
            () -> WarcBytes.gzip(WarcBytes.response("200 OK", "", new byte[100 * MEBI]))),
        raw(
            "warc-of-a-gzip-bomb",
            TOO_LARGE,
            () -> WarcBytes.response("200 OK", "Content-Encoding: gzip\r\n", zeros())),
        raw(
            "warc-of-records",
            "WARC_NO_RESPONSE",
            () -> repeat(WarcBytes.record("request", "", new byte[0]), FULL)),
        raw(
            "warc-of-headers",
            "EMPTY_FILE",
            () -> WarcBytes.response("200 OK", numbered("X-%d: y\r\n", 500_000), new byte[0])),
        raw(
            "warc-of-chunks",
            ARTICLE,
            () ->
                WarcBytes.response(
                    "200 OK",
                    "Transfer-Encoding: chunked\r\n",
                    WarcBytes.chunked(("<html>" + PROSE.repeat(FULL / 200)).getBytes(UTF_8)))));
  }

  private static List<HostileFile> bait() {
    var all = new ArrayList<HostileFile>();
    for (int i = 0; i < BAIT.size(); i++) {
      String name = "bait-%02d-in-".formatted(i);
      String piece = BAIT.get(i);
      int size = piece.getBytes(UTF_8).length;
      all.add(body(name + "one-line", ARTICLE, () -> piece.repeat(4 * MEBI / size)));
      all.add(body(name + "many-lines", ARTICLE, () -> lines(piece)));
      all.add(page(name + "a-page", ARTICLE, () -> "<article>" + PROSE.repeat(5) + lines(piece)));
    }
    return all;
  }

  private static HostileFile body(String name, String outcome, Supplier<String> body) {
    return raw(name, outcome, () -> exact(body.get()).getBytes(UTF_8));
  }

  private static String lines(String piece) {
    String line = "<p>%s</p>".formatted(piece.repeat(60));
    return line.repeat(Math.min(20_000, FULL / line.getBytes(UTF_8).length));
  }

  private static String exact(String body) {
    return ArticleFile.exact("标题", "https://example.org/x", PROSE + body);
  }

  private static HostileFile page(String name, String outcome, Supplier<String> html) {
    return raw(name, outcome, () -> ("<html>" + PROSE.repeat(5) + html.get()).getBytes(UTF_8));
  }

  private static HostileFile matter(String name, String yaml) {
    return raw(name, ARTICLE, () -> ("---\n" + yaml + "---\n" + PROSE).getBytes(UTF_8));
  }

  private static HostileFile raw(String name, String outcome, Supplier<byte[]> bytes) {
    return new HostileFile(name, outcome, bytes);
  }

  private static String numbered(String format, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> format.replace("%d", "" + i))
        .collect(Collectors.joining());
  }

  /** Few bytes that say three to the power of sixteen words. */
  private static String aliases() {
    var yaml = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
    for (int i = 1; i < 16; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    return yaml.append("title: *a15\n").toString();
  }

  private static String linked(String item, int length) {
    return script("[" + item.repeat(length / item.length()) + "{}]");
  }

  private static String linkedBody(String text) {
    return script("{\"@type\":\"NewsArticle\",\"articleBody\":\"" + text + "\"}");
  }

  private static String script(String json) {
    return "<script type='application/ld+json'>" + json + "</script>";
  }

  private static byte[] zeros() {
    return WarcBytes.gzip(new byte[100 * MEBI]);
  }

  private static byte[] random(int length, int lowest) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] |= (byte) lowest;
    }
    return bytes;
  }

  private static byte[] repeat(byte[] piece, int length) {
    byte[] all = new byte[length / piece.length * piece.length];
    for (int at = 0; at < all.length; at += piece.length) {
      System.arraycopy(piece, 0, all, at, piece.length);
    }
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
