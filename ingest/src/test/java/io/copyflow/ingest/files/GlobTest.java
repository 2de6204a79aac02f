package io.copyflow.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "*.html, a.html, true",
    "*.html, x/y/a.html, true",
    "*.html, a.html/b, false",
    "/*.html, x/a.html, false",
    "/*.html, a.html, true",
    "x/*.html, x/a.html, true",
    "x/*.html, x/y/a.html, false",
    "x/**/*.html, x/a.html, true",
    "x/**/*.html, x/y/z/a.html, true",
    "x/**, x/y/z, true",
    "?.txt, 新.txt, true",
    "a+(b).txt, a+(b).txt, true",
    "*, .hidden, true",
  })
  void glob_matches(String glob, String path, boolean matches) {
    assertThat(new Glob(glob).matches(path)).isEqualTo(matches);
  }

  @Test
  void walk_takesWhatIsIncludedAndNotExcluded() throws IOException {
    for (String name : List.of("a.html", "a.txt", "drafts/b.html", "x/c.html", "x/c.html.bak")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createFile(folder.resolve(name));
    }
    var globs = Globs.of(List.of("*.html", "*.bak"), List.of("drafts", "x/*.bak"));

    Found found = Found.in(folder, new WalkPolicy(false, List.of(), false, true, globs));

    assertThat(found.paths).containsExactly("a.html", "x/c.html");
    assertThat(found.ignored).isEqualTo(3);
  }
}
