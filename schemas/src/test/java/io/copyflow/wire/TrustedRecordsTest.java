package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.Article;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apache.avro.util.ClassUtils;
import org.junit.jupiter.api.Test;

class TrustedRecordsTest {

  /** Runs where nothing of ours but the generated classes has been touched. */
  public static final class CopyArticle implements Callable<String> {
    @Override
    public String call() {
      return Article.newBuilder(Records.article()).build().getTitle();
    }
  }

  @Test
  void builderThatCopies_needsNoOneToCallUsFirst() throws Exception {
    var before = Thread.currentThread().getContextClassLoader();
    try (var fresh = freshClassLoader()) {
      Thread.currentThread().setContextClassLoader(fresh);
      var copy = fresh.loadClass(CopyArticle.class.getName()).getDeclaredConstructor();

      assertThat(((Callable<?>) copy.newInstance()).call()).isEqualTo(Records.article().getTitle());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void classOfAnotherPackage_isStillRefused() {
    Wire.singleObject().serde(Article.class);

    assertThatThrownBy(() -> ClassUtils.forName("io.copyflow.wire.Frame"))
        .isInstanceOf(SecurityException.class);
  }

  private static URLClassLoader freshClassLoader() {
    var path = System.getProperty("java.class.path").split(File.pathSeparator);
    return new URLClassLoader(
        Arrays.stream(path).map(TrustedRecordsTest::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
