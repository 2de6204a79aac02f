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
    assertThat(Root.of(news, null).source()).isEqualTo("news");
    assertThat(Root.of(news.resolve("../news/."), null).source()).isEqualTo("news");
    assertThat(Root.of(article, null).source()).isEqualTo("news");
    assertThat(Root.of(article, "given").source()).isEqualTo("given");
  }

  @Test
  void missingPath_isNamed() {
    assertThatThrownBy(() -> Root.of(folder.resolve("go\nne"), null))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("/go%0Ane; check the path");
  }

  @Test
  void nameThatMakesNoKey_isRefused() {
    for (String name : List.of("", " ", "a/b")) {
      assertThatThrownBy(() -> Root.of(news, name))
          .isInstanceOf(IngestUsageException.class)
          .hasMessageContaining("--source NAME");
    }
    assertThatThrownBy(() -> Root.of(Path.of("/"), null)).hasMessageContaining("--source NAME");
  }

  @Test
  void twoFoldersOfOneName_areRefusedWithTheRemedy() throws IOException {
    Path other = Files.createDirectories(folder.resolve("b/news"));

    assertThatThrownBy(() -> Source.of(List.of(Root.of(news, null), Root.of(other, null))))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("a/news")
        .hasMessageContaining("b/news")
        .hasMessageContaining("--source NAME");
  }

  @Test
  void folderAndAFileOfIt_areTheFolder() {
    var roots = List.of(Root.of(article, null), Root.of(news, null), Root.of(article, "other"));

    assertThat(Source.of(roots))
        .containsExactly(
            new Source("news", news, List.of()), new Source("other", news, List.of(article)));
  }
}
