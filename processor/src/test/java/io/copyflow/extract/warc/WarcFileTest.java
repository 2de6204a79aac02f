package io.copyflow.extract.warc;

import static io.copyflow.extract.warc.WarcBytes.URL;
import static io.copyflow.extract.warc.WarcBytes.brotli;
import static io.copyflow.extract.warc.WarcBytes.chunked;
import static io.copyflow.extract.warc.WarcBytes.gzip;
import static io.copyflow.extract.warc.WarcBytes.join;
import static io.copyflow.extract.warc.WarcBytes.record;
import static io.copyflow.extract.warc.WarcBytes.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.RejectReason;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcFileTest {

  private static final int LIMIT = 100_000;
  private static final byte[] HTML = "<html><title>集市</title><p>新集市开张。".getBytes(UTF_8);
  private static final String TYPE = "Content-Type: text/html\r\n";
  private static final byte[] PLAIN = response("200 OK", TYPE, HTML);

  static Stream<Arguments> packings() {
    return Stream.of(
        Arguments.of("as it is", PLAIN),
        Arguments.of("gzipped record", gzip(PLAIN)),
        Arguments.of("chunks", response("200 OK", "Transfer-Encoding: chunked\r\n", chunked(HTML))),
        Arguments.of("gzip", response("200 OK", "Content-Encoding: gzip\r\n", gzip(HTML))),
        Arguments.of("gzip in name only", response("200", "Content-Encoding: gzip\r\n", HTML)),
        Arguments.of("gzip unsaid", response("200 OK", TYPE, gzip(HTML))),
        Arguments.of("Brotli", response("200 OK", "Content-Encoding: br\r\n", brotli(HTML))),
        Arguments.of(
            "chunks of gzip",
            response(
                "200 OK",
                "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                chunked(gzip(HTML)))),
        Arguments.of(
            "other records around it",
            join(
                gzip(record("warcinfo", "", "software: x\r\n".getBytes(UTF_8))),
                gzip(PLAIN),
                gzip(record("request", "", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packings")
  void pageInAnyPacking_isTheSamePage(String packing, byte[] file) {
    var page = (Capture.Page) read(file);

    assertThat(page.content()).isEqualTo(HTML);
    assertThat(page.url()).isEqualTo(URL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html; charset=GBK|GBK",
        "text/html;charset=\"utf-8\"|utf-8",
        "Text/HTML ; boundary=x; Charset = big5|big5",
        "application/xhtml+xml|",
        "''|"
      })
  void charsetOfTheServer_isKept(String type, String charset) {
    var page = (Capture.Page) read(response("200 OK", "Content-Type: " + type + "\r\n", HTML));

    assertThat(page.charset()).isEqualTo(charset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"301 Moved Permanently", "404 Not Found", "500 Oops", "100 Continue"})
  void statusOtherThan2xx_isRefused(String status) {
    assertThat(reason(response(status, TYPE, HTML))).isEqualTo(RejectReason.HTTP_STATUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image/jpeg", "application/json; charset=utf-8", "text/plain", "text/htmlx"})
  void typeOtherThanHtml_isRefused(String type) {
    assertThat(reason(response("200 OK", "Content-Type: " + type + "\r\n", HTML)))
        .isEqualTo(RejectReason.NOT_HTML);
  }

  @Test
  void severalResponses_areRefused() {
    assertThat(reason(join(gzip(PLAIN), gzip(PLAIN)))).isEqualTo(RejectReason.SEVERAL_ARTICLES);
  }

  @Test
  void fileWithoutHttpResponse_isRefused() {
    byte[] lookUp = record("response", "WARC-Target-URI: dns:example.org\r\n", HTML);

    assertThat(reason(lookUp)).isEqualTo(RejectReason.WARC_NO_RESPONSE);
  }

  @Test
  void recordThatTheCrawlerCut_isRefused() {
    byte[] cut = record("response", "WARC-Truncated: length\r\n", HTML);

    assertThat(reason(cut)).isEqualTo(RejectReason.WARC_DAMAGED);
  }

  @Test
  void fileCutAnywhere_isNeverAPage() {
    // The four last bytes end the record and say nothing of the page.
    for (int length = 5; length < PLAIN.length - 4; length++) {
      assertThat(reason(Arrays.copyOf(PLAIN, length))).isEqualTo(RejectReason.WARC_DAMAGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "99999999999999999999", ""})
  void senselessLength_isDamage(String length) {
    String record =
        new String(PLAIN, UTF_8).replaceFirst("Content-Length: \\d+", "Content-Length: " + length);

    assertThat(reason(record.getBytes(UTF_8)))
        .isIn(RejectReason.WARC_DAMAGED, RejectReason.WARC_NO_RESPONSE);
  }

  @Test
  void fewBytesThatUnpackToMany_areTooLarge() {
    byte[] much = new byte[LIMIT + 1];

    assertThat(reason(gzip(response("200 OK", TYPE, much)))).isEqualTo(RejectReason.TOO_LARGE);
    assertThat(reason(response("200 OK", "Content-Encoding: gzip\r\n", gzip(much))))
        .isEqualTo(RejectReason.TOO_LARGE);
    assertThat(reason(gzip(record("warcinfo", "", much)))).isEqualTo(RejectReason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WARC", "WARC-Type: response", "<p>WARC/1.1", "\u001F\u008B"})
  void otherFiles_areNone(String content) {
    assertThat(WarcFile.read(content.getBytes(UTF_8), LIMIT)).isEmpty();
    assertThat(WarcFile.read(gzip(content.getBytes(UTF_8)), LIMIT)).isEmpty();
  }

  @Property
  void anyDamage_isAPageOrRefused(@ForAll int at, @ForAll byte value) {
    byte[] damaged = PLAIN.clone();
    damaged[Math.floorMod(at, damaged.length)] = value;

    WarcFile.read(damaged, LIMIT)
        .ifPresent(capture ->
            assertThat(capture).isInstanceOfAny(Capture.Page.class, Capture.Refused.class));
  }

  private static Capture read(byte[] file) {
    return WarcFile.read(file, LIMIT).orElseThrow();
  }

  private static RejectReason reason(byte[] file) {
    return ((Capture.Refused) read(file)).reason();
  }
}
