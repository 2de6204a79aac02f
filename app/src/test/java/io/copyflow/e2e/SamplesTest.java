package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The samples, run as a newcomer runs them, end as their page in the documentation says. */
@Timeout(120)
class SamplesTest {

  private static final String SAMPLES = Path.of("../samples").toAbsolutePath().normalize() + "";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*\\| (`[A-Z].*) \\|$");

  @TempDir static Path directory;
  private static Commands commands;
  private static JsonNode ledger;

  @BeforeAll
  static void runOnce() {
    commands = Commands.over(directory, directory.resolve("data"));
    ledger = Commands.json(commands.ok("run", "--once", "-o", "json", SAMPLES));
  }

  @Test
  void samples_endAsTheirPageSays() throws IOException {
    var documents = new HashMap<JsonNode, String>();
    for (JsonNode record : commands.records("outcomes")) {
      documents.put(record.at("/value/raw"), record.at("/value/document/path").asText());
    }
    var told = new TreeMap<String, String>();
    for (JsonNode record : commands.records("outcomes")) {
      JsonNode outcome = record.get("value");
      String other = documents.get(outcome.at("/other/raw"));
      told.put(outcome.at("/document/path").asText(), inWords(outcome, other));
    }

    assertThat(told).isEqualTo(page()).hasSizeGreaterThan(30);
  }

  @Test
  void samples_showEveryOutcome() {
    assertThat(ledger.get("outcomes")).hasSize(6).allMatch(count -> count.asInt() > 0);
    assertThat(ledger.get("balanced").asBoolean()).isTrue();
  }

  @Test
  void samples_breakNoInvariant() {
    var verified = commands.run("ledger", "--verify", "-o", "json");

    assertThat(Commands.json(verified.out()).get("violations")).isEmpty();
    assertThat(verified.exitCode()).isZero();
  }

  @Test
  void secondRun_sendsNothingAndChangesNothing() {
    String digest = commands.digest();

    var second = commands.run("run", "--once", "-o", "json", SAMPLES);

    assertThat(second.err()).contains(" 0 sent, " + ledger.get("raw") + " unchanged");
    assertThat(Commands.json(second.out())).isEqualTo(ledger);
    assertThat(commands.digest()).isEqualTo(digest);
  }

  /** The page's table, so that page and programme cannot drift apart. */
  private static Map<String, String> page() throws IOException {
    var rows = new TreeMap<String, String>();
    var row = ROW.matcher(Files.readString(Path.of("../docs/samples.md")));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  /** An outcome as the page writes it, with the file of the raw record that it rests on. */
  private static String inWords(JsonNode outcome, @Nullable String other) {
    String kind = "`" + outcome.get("kind").asText() + "`";
    return switch (outcome.get("kind").asText()) {
      case "EMPTY", "REJECTED" -> kind + " `" + outcome.get("reason").asText() + "`";
      case "REVISED" ->
          kind + " (" + outcome.at("/changed/0").asText().toLowerCase(Locale.ROOT) + ")";
      case "DUPLICATE" -> kind + " of `" + other + "`";
      default -> kind;
    };
  }
}
