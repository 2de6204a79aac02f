package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators look reason codes up: the page must hold every code, and none that is gone. */
class OutcomesDocTest {

  private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

  @Test
  void reasonCodes_areAllDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/outcomes.md"));
    String reasons = page.substring(page.indexOf("## Reason codes"));
    List<String> documented =
        CODE.matcher(reasons).results().map((MatchResult row) -> row.group(1)).toList();
    List<String> known =
        Stream.concat(Arrays.stream(RejectReason.values()), Arrays.stream(EmptyReason.values()))
            .map(Enum::name)
            .toList();

    assertThat(documented).containsExactlyInAnyOrderElementsOf(known);
  }
}
