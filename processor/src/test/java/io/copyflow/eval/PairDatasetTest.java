package io.copyflow.eval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copyflow.extract.Extractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairDatasetTest {

  private static final String BARGE =
      "A barge carrying 1,200 tonnes of wheat blocked the canal for a third day on Friday.";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(folder.resolve("files"));
  }

  @Test
  void filesOfOneAddress_areOneArticle() throws Exception {
    article("one, first.txt", "https://paper.example/barge", BARGE);
    article("one.txt", "http://www.paper.example/barge/", BARGE + " It left on Sunday.");
    article("two.txt", "https://paper.example/ferry", BARGE);
    pairs(
        "\"files/one, first.txt\",files/one.txt,\"same-url,text-differs\"\n"
            + "files/one.txt,files/two.txt,\"same-url,same-text\"\n");

    assertThat(run().files())
        .extracting(FileScore::publisher, FileScore::score)
        .containsExactly(tuple("same-url,text-differs", 1.0), tuple("same-url,same-text", 0.0));
  }

  @Test
  void filesWithOneText_areLinked() throws Exception {
    article("one.txt", "https://paper.example/barge", BARGE);
    article("two.txt", "https://other.example/barge", "<b>" + BARGE + "</b>");
    article("three.txt", "https://other.example/ferry", BARGE.replace("third", "fourth"));
    pairs(
        "files/one.txt,files/two.txt,\"same-text,diff-url\"\n"
            + "files/one.txt,files/three.txt,\"same-text,diff-url\"\n");

    DatasetScore scores = run();

    assertThat(scores.files()).extracting(FileScore::score).containsExactly(1.0, 0.0);
    assertThat(scores.files().get(1).faults().get(0).missing()).startsWith("thirdday");
    assertThat(scores.files().get(1).faults().get(0).extra()).startsWith("fourthday");
  }

  @Test
  void filesWithoutText_areSkipped() throws Exception {
    article("one.txt", "https://paper.example/one", "");
    article("two.txt", "https://paper.example/two", "");
    pairs("files/one.txt,files/two.txt,\"same-text,diff-url\"\n");

    assertThat(run().skipped())
        .singleElement()
        .extracting(Skipped::reason)
        .isEqualTo("files/one.txt: neither it nor files/two.txt has a text");
  }

  @Test
  void nearCopies_areNotMeasured() throws Exception {
    pairs("files/one.txt,files/two.txt,\"near-dup,cross-host\"\n");

    assertThat(run()).isEqualTo(new DatasetScore("DUP_PAIRS", List.of(), List.of()));
  }

  @Test
  void missingFile_isSkipped() throws Exception {
    pairs("files/gone.txt,files/two.txt,\"same-url,same-text\"\n");

    assertThat(run().skipped())
        .singleElement()
        .extracting(Skipped::reason)
        .asString()
        .contains("files/gone.txt: no such file", "files/two.txt");
  }

  @Test
  void addressesWithThePublishersId_areOneArticle() throws Exception {
    documents(
        """
        {"id": "a", "url": "https://www.dw.com/zh/one/a-90000100"}
        {"id": "b", "url": "http://dw.com/zh/another/a-90000100?maca=zh-rss"}
        {"id": "c", "url": "https://www.dw.com/zh/one/a-90000200"}
        """);
    Files.writeString(
        folder.resolve("pairs.dev.tsv"),
        "id_a\tid_b\tlabel\tsource\na\tb\tdup\tpubid\na\tc\tdup\tpubid\na\tc\tdup\thand:X7\n");

    assertThat(run().files())
        .extracting(FileScore::id, FileScore::score)
        .containsExactly(tuple("a = b", 1.0), tuple("a = c", 0.0));
  }

  private DatasetScore run() throws Exception {
    return new Evaluation(Extractor.standard(), 2)
        .run(DataFolder.open(folder, null))
        .datasets()
        .get(0);
  }

  private void article(String name, String url, String paragraph) throws IOException {
    Files.writeString(
        folder.resolve("files").resolve(name),
        "<!--1936699200000-->\n[Barge](%s)\n------\n\n<p>%s</p>\n".formatted(url, paragraph));
  }

  private void pairs(String rows) throws IOException {
    Files.writeString(folder.resolve("DUP_PAIRS.csv"), "path_a,path_b,relation\n" + rows);
  }

  private void documents(String lines) throws IOException {
    try (var out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("docs.dev.jsonl.gz")))) {
      out.write(lines.getBytes(UTF_8));
    }
  }
}
