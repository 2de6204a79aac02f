package io.copyflow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ledger.Violation.Invariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Operators look invariants up: the page must hold every one, and none that is gone. */
class LedgerDocTest {

  private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

  @Test
  void invariants_areAllDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/ledger.md"));
    List<String> documented =
        CODE.matcher(page).results().map(row -> row.group(1)).distinct().toList();

    assertThat(documented)
        .containsExactlyElementsOf(Arrays.stream(Invariant.values()).map(Enum::name).toList());
  }
}
