package io.copyflow.ledger.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.topology.Preview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reason given is the rule that extraction follows: held against every sample. */
class DateReasonTest {

  private static final Path SAMPLES = Path.of("../samples");

  private final Preview preview = new Preview(Extractor.standard());

  @Test
  void chosenDate_isTheFirstByTheRuleThatIsTold() throws IOException {
    List<Article> articles = articles();

    assertThat(articles).hasSizeGreaterThan(20);
    assertThat(articles)
        .filteredOn(article -> article.getPublishedAt() != null)
        .isNotEmpty()
        .allSatisfy(article ->
            assertThat(DateReason.rank(article.getPublishedAt()))
                .isEqualTo(
                    article.getDateCandidates().stream()
                        .filter(date -> date.getInstant() != null)
                        .filter(date -> !date.equals(article.getUpdatedAt()))
                        .mapToInt(DateReason::rank)
                        .min()
                        .orElseThrow()));
  }

  @Test
  void articleWithoutADate_saysWhy() throws IOException {
    Article article = articles().get(0);
    article.setPublishedAt(null);
    article.setDateCandidates(List.<ArticleDate>of());

    assertThat(DateReason.of(article)).isEqualTo("the file claims no date");
  }

  private List<Article> articles() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> preview.of(raw(file)))
          .filter(Article.class::isInstance)
          .map(Article.class::cast)
          .toList();
    }
  }

  private static RawArticle raw(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      return RawArticle.newBuilder()
          .setDocument(new Document("samples", file.toString()))
          .setContent(ByteBuffer.wrap(content))
          .setBytes(content.length)
          .setSha256("ab".repeat(32))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
