package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of {@link HostileFile} each come to an end, and to the right one. What they cost is
 * printed by {@link HostileReport}.
 */
class HostileFilesTest {

  private static final Extractor EXTRACTOR = Extractor.standard();

  static List<HostileFile> files() {
    return HostileFile.shapes();
  }

  @ParameterizedTest
  @MethodSource("files")
  void hostileFile_isReadOrRefused(HostileFile file) {
    Extraction extraction = EXTRACTOR.extract(file.bytes().get(), Hints.NONE);

    assertThat(HostileReport.outcome(extraction)).isEqualTo(file.outcome());
  }
}
