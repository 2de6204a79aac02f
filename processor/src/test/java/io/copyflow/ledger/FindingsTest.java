package io.copyflow.ledger;

import static io.copyflow.ledger.Violation.Invariant.HAS_OUTCOME;
import static io.copyflow.ledger.Violation.Invariant.HAS_RAW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ledger.sort.TempSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

  @TempDir Path folder;

  @Test
  void findings_comeByInvariantAndFile() {
    try (var findings = findings()) {
      findings.add(HAS_RAW, "feed/a", "0-1", "x");
      findings.add(HAS_OUTCOME, "feed/c", "0-2", "x");
      findings.add(HAS_OUTCOME, "feed/b", "0-3", "x");

      assertThat(documents(findings::forEach)).containsExactly("feed/b", "feed/c", "feed/a");
    }
  }

  @Test
  void whatOnlyOneReadingFound_isNotShown() {
    try (var first = findings();
        var second = findings()) {
      for (String document : List.of("a", "b", "d")) {
        first.add(HAS_OUTCOME, document, "0-1", "x");
      }
      for (String document : List.of("b", "c", "d", "e")) {
        second.add(HAS_OUTCOME, document, "0-1", "x");
      }
      second.add(HAS_OUTCOME, "a", "0-1", "another");

      assertThat(documents(each -> second.forEachIn(first, each))).containsExactly("b", "d");
    }
  }

  private Findings findings() {
    return new Findings(1, new TempSpace(folder, "the.setting"));
  }

  private static List<String> documents(Consumer<Consumer<Violation>> show) {
    var documents = new ArrayList<String>();
    show.accept(violation -> documents.add(violation.document()));
    return documents;
  }
}
