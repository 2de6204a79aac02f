package io.copyflow.extract;

import static io.copyflow.extract.ArticleFile.PROSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extraction.Rejected;
import io.copyflow.extract.charset.CharsetOrigin;
import io.copyflow.extract.warc.WarcBytes;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A page inside a WARC record reads as the page alone does, and the record says where it is from.
 */
class CapturedPageTest {

  private static final String PAGE =
      "<!DOCTYPE html><title>集市</title><article>" + PROSE + PROSE + "<a href='/b'>更多</a></article>";

  @Test
  void addressOfTheRecord_isTheAddressOfThePage() {
    ArticleDraft draft = draft("", PAGE.getBytes(UTF_8));

    assertThat(draft.url()).isEqualTo(WarcBytes.URL);
    assertThat(draft.title()).isEqualTo("集市");
  }

  @Test
  void encodingOfTheServer_isUsedAndNamed() {
    byte[] big5 = PAGE.replace("渡轮", "渡輪").replaceAll("[复满]", "").getBytes(Charset.forName("Big5"));
    ArticleDraft draft = draft("; charset=Big5", big5);

    assertThat(draft.charset()).isEqualTo("Big5-HKSCS");
    assertThat(draft.charsetOrigin()).isEqualTo(CharsetOrigin.HTTP);
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY_FILE",
    "'  ', EMPTY_FILE",
    "'{\"a\": 1}', JSON",
    "<rss></rss>, XML",
    "GIF89a, IMAGE",
    "%PDF-1.4, PDF"
  })
  void pageThatIsSomethingElse_isRefusedByItsContent(String content, RejectReason reason) {
    var rejected = (Rejected) extract("", content.getBytes(UTF_8));

    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.at()).isEqualTo(-1);
  }

  private static ArticleDraft draft(String charset, byte[] page) {
    return ((Extracted) extract(charset, page)).draft();
  }

  private static Extraction extract(String charset, byte[] page) {
    byte[] file = WarcBytes.response("200 OK", "Content-Type: text/html" + charset + "\r\n", page);
    return Extractor.standard().extract(file, Hints.NONE);
  }
}
