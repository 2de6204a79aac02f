package io.copyflow.extract.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

  private static final String SIMPLIFIED =
      """
      <!--1694672222000-->
      [渡轮恢复通航](https://example.org/x)
      ------

      <p>停航四十天之后，连接雾港与对岸松岛的渡轮周二恢复通航，船上约有三百名乘客。</p>
      """;

  private static final String TRADITIONAL =
      """
      <!--1694672222000-->
      [渡輪恢復通航](https://example.org/x)
      ------

      <p>停航四十天之後，連接霧港與對岸松島的渡輪週二恢復通航，船上約有三百名乘客。</p>
      """;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void simplifiedChineseInAnyEncoding_isTheSameText(String charset) {
    assertThat(text(SIMPLIFIED.getBytes(Charset.forName(charset)), null)).isEqualTo(SIMPLIFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Big5"})
  void traditionalChineseInAnyEncoding_isTheSameText(String charset) {
    assertThat(text(TRADITIONAL.getBytes(Charset.forName(charset)), null)).isEqualTo(TRADITIONAL);
  }

  @ParameterizedTest
  @CsvSource({"Shift_JIS, 新聞の記事です。連絡船が再開した。", "EUC-KR, 연락선이 다시 운항을 시작했다."})
  void hint_decidesWhereUtf8DoesNotFit(String charset, String content) {
    assertThat(text(content.getBytes(Charset.forName(charset)), charset)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-16", "no-such-charset", " "})
  void lyingHint_losesAgainstUtf8(String charset) {
    assertThat(text(SIMPLIFIED.getBytes(UTF_8), charset)).isEqualTo(SIMPLIFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252, Café über naïve Brücken",
    "windows-1250, windows-1250, Žlutý kůň pěl",
    "EUC-KR, EUC-KR, 연락선이 다시 운항을 시작했다."
  })
  void metaTag_decidesWhereUtf8DoesNotFit(String declared, String actual, String content) {
    String page = "<meta charset='" + declared + "'><p>" + content;

    assertThat(text(page.getBytes(Charset.forName(actual)), null)).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({"iso-8859-1, GB18030", "Shift_JIS, UTF-8", "gb2312, UTF-16", "utf-8, GB18030"})
  void lyingMetaTag_losesAgainstTheBytes(String declared, String actual) {
    String page = "<meta http-equiv=x content='text/html; charset=" + declared + "'>" + SIMPLIFIED;

    assertThat(text(page.getBytes(Charset.forName(actual)), null)).isEqualTo(page);
  }

  @Test
  void longUtf16WithoutMark_isToldByItsBeginning() {
    String text = SIMPLIFIED + "停航四十天之后恢复通航。".repeat(500);

    assertThat(text(text.getBytes(StandardCharsets.UTF_16LE), null)).isEqualTo(text);
    assertThat(text(text.getBytes(StandardCharsets.UTF_16BE), null)).isEqualTo(text);
  }

  @Test
  void byteOrderMark_isNoText() {
    assertThat(text(("\uFEFF" + SIMPLIFIED).getBytes(UTF_8), null)).isEqualTo(SIMPLIFIED);
  }

  @Test
  void strayNul_vanishes() {
    String withNul = SIMPLIFIED.replace("渡轮", "渡\0轮");

    assertThat(text(withNul.getBytes(UTF_8), null)).isEqualTo(SIMPLIFIED);
  }

  @Test
  void utf8CutInACharacter_isRefusedWithItsPlace() {
    byte[] bytes = SIMPLIFIED.replace("</p>\n", "").getBytes(UTF_8);
    var failed = (Decoding.Failed) decode(Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(failed.reason()).isEqualTo(RejectReason.UNDECODABLE_TEXT);
    assertThat(failed.at()).isEqualTo(bytes.length - 3);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, FF", "UTF-8, E6B8", "GB18030, FF", "Big5, FE20"})
  void aFewBadBytes_areCountedAndMarked(String charset, String hex) {
    String text = charset.equals("Big5") ? TRADITIONAL : SIMPLIFIED;
    String page = "<meta charset=" + charset + ">" + text.repeat(12);
    byte[] bytes = page.replaceFirst("</p>", "\u0001</p>").getBytes(Charset.forName(charset));
    var damaged = (Decoding.Damaged) decode(replaced(bytes, HexFormat.of().parseHex(hex)));

    assertThat(damaged.text().undecodable()).isEqualTo(1);
    assertThat(damaged.text().text()).containsOnlyOnce("\uFFFD");
    assertThat(damaged.refusal().reason()).isEqualTo(RejectReason.UNDECODABLE_TEXT);
  }

  @Test
  void manyBadBytes_areRefused() {
    byte[] bytes = SIMPLIFIED.replace("，", "\u0001").getBytes(UTF_8);
    assertThat(decode(replaced(bytes, new byte[] {-1}))).isInstanceOf(Decoding.Failed.class);
  }

  /** The bytes with others in place of every control character 1. */
  private static byte[] replaced(byte[] bytes, byte[] bad) {
    var out = new ByteArrayOutputStream();
    for (byte b : bytes) {
      out.writeBytes(b == 1 ? bad : new byte[] {b});
    }
    return out.toByteArray();
  }

  @Property
  void anyText_survivesUtf8(@ForAll @NotBlank String content) {
    byte[] bytes = content.getBytes(UTF_8);
    // Lone surrogates have no encoding, and mostly control characters are no text.
    Decoding decoding = decode(bytes);
    if (decoding instanceof Decoding.Text text && text.charset().equals("UTF-8")) {
      String expected = new String(bytes, UTF_8).replace("\0", "").replaceFirst("^\uFEFF", "");
      assertThat(text.text()).isEqualTo(expected);
    } else {
      assertThat(content).containsPattern("[\\p{Cntrl}\\x{FFFE}\\x{FEFF}]|[^\\x00-\\x7F]");
    }
  }

  @Property
  void anyBytes_areTextOrRefused(@ForAll byte[] bytes) {
    assertThat(decode(bytes))
        .isInstanceOfAny(Decoding.Text.class, Decoding.Damaged.class, Decoding.Failed.class);
  }

  private static Decoding decode(byte[] bytes) {
    return Decoder.decode(bytes, null, CharsetOrigin.HINT);
  }

  private static String text(byte[] bytes, String told) {
    Decoding decoding = Decoder.decode(bytes, told, CharsetOrigin.HINT);
    assertThat(decoding).isInstanceOf(Decoding.Text.class);
    return ((Decoding.Text) decoding).text();
  }
}
