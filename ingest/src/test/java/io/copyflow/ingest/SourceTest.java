package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.ingest.failure.IngestUsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

  @TempDir private Path folder;
  private Path news;
  private Path article;

  @BeforeEach
  void createFolder() throws IOException {
    news = Files.createDirectories(folder.resolve("a/news"));
    article = Files.createFile(news.resolve("x.txt"));
  }

  @Test
  void source_isNamedAfterTheFolder() {
    assertThat(Root.of(news, null, true).source()).isEqualTo("news");
    assertThat(Root.of(news.resolve("../news/."), null, true).source()).isEqualTo("news");
    assertThat(Root.of(article, null, true).source()).isEqualTo("news");
    assertThat(Root.of(article, "given", true).source()).isEqualTo("given");
  }

  @Test
  void missingPath_isNamed() {
    assertThatThrownBy(() -> Root.of(folder.resolve("go\nne"), null, true))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("/go%0Ane; check the path");
  }

  @Test
  void nameThatMakesNoKey_isRefused() {
    for (String name : List.of("", " ", "a/b")) {
      assertThatThrownBy(() -> Root.of(news, name, true))
          .isInstanceOf(IngestUsageException.class)
          .hasMessageContaining("--source NAME");
    }
    assertThatThrownBy(() -> Root.of(Path.of("/"), null, true))
        .hasMessageContaining("--source NAME");
  }

  @Test
  void twoFoldersOfOneName_areRefusedWithTheRemedy() throws IOException {
    Path other = Files.createDirectories(folder.resolve("b/news"));

    assertThatThrownBy(
            () -> Source.of(List.of(Root.of(news, null, true), Root.of(other, null, true))))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("a/news")
        .hasMessageContaining("b/news")
        .hasMessageContaining("--source NAME");
  }

  @Test
  void folderAndAFileOfIt_areTheFolder() {
    var roots =
        List.of(
            Root.of(article, null, true),
            Root.of(news, null, true),
            Root.of(article, "other", true));

    assertThat(Source.of(roots))
        .containsExactly(
            new Source("news", news, false, List.of()),
            new Source("other", news, false, List.of(article)));
  }

  @Test
  void archive_isItsOwnSource() throws IOException {
    Path zip = Files.createFile(news.resolve("May.ZIP"));

    assertThat(Root.of(zip, null, true)).isEqualTo(new Root("May.ZIP", zip, zip, true));
    assertThat(Root.of(zip, null, false)).isEqualTo(new Root("news", news, zip, false));
    assertThat(Source.of(List.of(Root.of(zip, null, true))))
        .containsExactly(new Source("May.ZIP", zip, true, List.of()));
  }

  @Test
  void archivesUnderOneName_areRefused() throws IOException {
    Path may = Files.createFile(news.resolve("may.tar"));
    Path june = Files.createFile(news.resolve("june.tar"));

    assertThatThrownBy(() -> Source.of(List.of(Root.of(may, "x", true), Root.of(june, "x", true))))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("two folders or archives for the source \"x\"");
  }
}
