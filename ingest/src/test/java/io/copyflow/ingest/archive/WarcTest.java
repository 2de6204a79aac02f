package io.copyflow.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ingest.files.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcTest {

  private static final String INFO =
      Archives.record("software: x", "WARC-Type: warcinfo", "WARC-Record-ID: <urn:uuid:0>");
  private static final String PAGE = Archives.response("1", "http://example.org/a", "<p>one");
  private static final String REQUEST =
      Archives.record(
          "GET / HTTP/1.1\r\n\r\n",
          "WARC-Type: request",
          "WARC-Record-ID: <urn:uuid:2>",
          "WARC-Target-URI: http://example.org/a");
  private static final String LOOK_UP =
      Archives.record(
          "example.org. IN A 192.0.2.1",
          "WARC-Type: response",
          "WARC-Record-ID: <urn:uuid:3>",
          "WARC-Target-URI: dns:example.org");
  private static final String OTHER = Archives.response("4", "<http://example.org/新>", "<p>two");

  @TempDir private Path folder;

  @Test
  void responses_areDocumentsByteForByte() throws IOException {
    Path warc =
        Files.writeString(folder.resolve("a.warc"), INFO + REQUEST + PAGE + LOOK_UP + OTHER);

    assertTaken(Taken.from(warc));
  }

  @Test
  void recordsPackedOneByOne_areTheSame() throws IOException {
    byte[] packed = Archives.gzipEach(INFO, REQUEST, PAGE, LOOK_UP, OTHER);

    assertTaken(Taken.from(Files.write(folder.resolve("a.warc.gz"), packed)));
  }

  private static void assertTaken(Taken taken) {
    assertThat(taken.documents)
        .containsExactly("urn:uuid:1=" + bare(PAGE), "urn:uuid:4=" + bare(OTHER));
    assertThat(taken.ignored).isEqualTo(3);
    assertThat(taken.leftOut).isEmpty();
    var time = Instant.parse("2031-05-08T10:00:00Z");
    assertThat(taken.told)
        .containsExactly(
            new Told(time, "Text/HTML", "http://example.org/a"),
            new Told(time, "Text/HTML", "http://example.org/新"));
  }

  @Test
  void recordWithoutAnId_isNamedByItsPlace() throws IOException {
    String nameless = PAGE.replace("WARC-Record-ID: <urn:uuid:1>\r\n", "");

    assertThat(warc(nameless + nameless).documents)
        .containsExactly(
            "offset-0=" + bare(nameless),
            "offset-" + nameless.getBytes(UTF_8).length + "=" + bare(nameless));
  }

  @Test
  void idThatOccursTwice_isTwoDocuments() throws IOException {
    assertThat(warc(PAGE + PAGE).documents)
        .containsExactly("urn:uuid:1=" + bare(PAGE), "urn:uuid:1#2=" + bare(PAGE));
  }

  @Test
  void recordOverTheLimit_isHashedAndTheNextIsFound() throws IOException {
    String large = Archives.response("9", "http://example.org/l", "x".repeat(Taken.MAX_BYTES));

    Taken taken = warc(large + PAGE);

    assertThat(taken.documents).hasSize(2);
    assertThat(taken.documents.get(0))
        .startsWith("urn:uuid:9: " + bare(large).getBytes(UTF_8).length + " bytes");
  }

  @Test
  void fileThatEndsInARecord_givesWhatIsWhole() throws IOException {
    byte[] whole = (PAGE + OTHER).getBytes(UTF_8);

    Taken taken =
        Taken.from(Files.write(folder.resolve("a.warc"), Arrays.copyOf(whole, whole.length - 8)));

    assertThat(taken.documents).containsExactly("urn:uuid:1=" + bare(PAGE));
    assertThat(taken.leftOut)
        .singleElement()
        .asString()
        .contains("urn:uuid:4")
        .contains("the file ends inside the record");
  }

  @Test
  void recordWithoutALength_endsTheReading() throws IOException {
    Taken taken =
        warc(PAGE + OTHER.replaceAll("Content-Length: \\d+", "Content-Length: many") + PAGE);

    assertThat(taken.documents).hasSize(1);
    assertThat(taken.leftOut)
        .singleElement()
        .asString()
        .contains("what follows in it is not taken");
  }

  private Taken warc(String records) throws IOException {
    return Taken.from(Files.writeString(folder.resolve("a.warc"), records));
  }

  /** A record without what stands between records. */
  private static String bare(String record) {
    return record.substring(0, record.length() - 4);
  }
}
