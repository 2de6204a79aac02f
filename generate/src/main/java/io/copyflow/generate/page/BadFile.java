package io.copyflow.generate.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.IntFunction;

/** A file that cannot become an article, one for every reason that a file can be refused for. */
public enum BadFile {
  /** An article with nothing under its header. */
  NO_CONTENT("EMPTY", number -> article(number, "")),
  /** A video page. */
  ONLY_MEDIA(
      "EMPTY",
      number ->
          article(number, "<video src=\"https://media.example/" + number + ".mp4\"></video>")),
  /** A digest: links to other articles. */
  ONLY_LINKS(
      "EMPTY",
      number ->
          article(
              number,
              "<p>Related articles</p><ul><li><a href=\"https://paper.example/a\">The ferry is"
                  + " back</a></li><li><a href=\"https://paper.example/b\">A lighthouse for"
                  + " sale</a></li></ul>")),
  /** A copyright line and nothing else. */
  ONLY_BOILERPLATE("EMPTY", number -> article(number, "<p>© 2031 Example Media</p>")),
  /** White space. */
  EMPTY_FILE("REJECTED", number -> " ".repeat(number % 50) + "\n"),
  /** The beginning of a picture. */
  IMAGE("REJECTED", number -> "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR" + number, ISO_8859_1, 0),
  /** The beginning of a PDF. */
  PDF("REJECTED", number -> "%PDF-1.7\n% " + number + "\n"),
  /** The beginning of an archive. */
  NOT_TEXT("REJECTED", number -> "PK\3\4\24\0" + number, ISO_8859_1, 0),
  /** An article that was cut inside a character. */
  UNDECODABLE_TEXT("REJECTED", number -> article(number, "<p>" + "港".repeat(80)), UTF_8, 2),
  /** A feed's JSON. */
  JSON("REJECTED", number -> "{\"feed\": \"paper\", \"entry\": " + number + "}\n"),
  /** A feed. */
  XML("REJECTED", number -> "<rss><channel><title>" + number + "</title></channel></rss>\n"),
  /** A page in a WARC record that was cut off. */
  WARC_DAMAGED("REJECTED", number -> captured("response", "200 OK", "text/html", number), UTF_8, 9),
  /** A crawler's note on the crawl, with no page. */
  WARC_NO_RESPONSE("REJECTED", number -> captured("metadata", "200 OK", "text/html", number)),
  /** An error page in a WARC record. */
  HTTP_STATUS("REJECTED", number -> captured("response", "404 Not Found", "text/html", number)),
  /** A style sheet in a WARC record. */
  NOT_HTML("REJECTED", number -> captured("response", "200 OK", "text/css", number)),
  /** A note without a header. */
  NO_HEADER("REJECTED", number -> "Remember to fetch page " + number + " again.\n"),
  /** A file that ends behind the time of its collection. */
  HEADER_CUT("REJECTED", number -> "<!--" + (1_936_699_200_000L + number) + "-->\n"),
  /** An address whose bracket is not closed. */
  BAD_ADDRESS(
      "REJECTED", number -> "[Page](https://paper.example/" + number + "\n------\n\nIts text.\n"),
  /** Two articles, one after the other. */
  SEVERAL_ARTICLES(
      "REJECTED", number -> article(number, "<p>One.</p>") + article(number + 1, "<p>Two.</p>")),
  /** A tag whose name goes on and on. */
  TOO_COMPLEX("REJECTED", number -> article(number, "<" + "tag".repeat(2_000) + ">" + number)),
  /** A file over the standard size limit. */
  TOO_LARGE("REJECTED", number -> article(number, "<p>" + "a".repeat(8 << 20) + "</p>")),
  /** A file within the limit whose article is more than a record takes, text and lead together. */
  ARTICLE_TOO_LARGE(
      "REJECTED", number -> article(number, "<p>" + "ab ".repeat(2_300_000) + "</p>"));

  private final String outcome;
  private final IntFunction<String> file;
  private final Charset charset;
  private final int cut;

  BadFile(String outcome, IntFunction<String> file) {
    this(outcome, file, UTF_8, 0);
  }

  BadFile(String outcome, IntFunction<String> file, Charset charset, int cut) {
    this.outcome = outcome;
    this.file = file;
    this.charset = charset;
    this.cut = cut;
  }

  /** What has to become of it; the reason is its name. */
  public String outcome() {
    return outcome;
  }

  /** True for one of megabytes: an archive holds it once. */
  public boolean isLarge() {
    return this == TOO_LARGE || this == ARTICLE_TOO_LARGE;
  }

  /** The file's bytes; another number makes another file. */
  public byte[] bytes(int number) {
    byte[] bytes = file.apply(number).getBytes(charset);
    return Arrays.copyOf(bytes, bytes.length - cut);
  }

  private static String article(int number, String body) {
    return "<!--1900000000000-->\n[Item %d](https://paper.example/item-%d)\n------\n\n%s\n"
        .formatted(number, number, body);
  }

  private static String captured(String type, String status, String media, int number) {
    String block =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n<html>%d</html>".formatted(status, media, number);
    return ("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: https://paper.example/item-%d\r\n"
            + "Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n")
        .formatted(type, number, block.length(), block);
  }
}
