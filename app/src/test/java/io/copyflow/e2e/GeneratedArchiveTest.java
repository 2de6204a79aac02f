package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.Session;
import io.copyflow.generate.Archive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a generated archive is what its manifest says, in every order of its files. */
@Timeout(120)
@Tag("drill")
class GeneratedArchiveTest {

  private static final int FILES = 600;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"by-name", "reversed", "shuffled"})
  void ledger_equalsTheManifest(String order) throws Exception {
    var commands = Commands.over(directory, directory.resolve("data"));
    String archive = directory.resolve("archive").toString();
    JsonNode expected = Commands.json(generate(order, archive));

    JsonNode ledger = Commands.json(commands.ok("run", "--once", "-o", "json", archive));

    for (String outcome :
        List.of("NEW", "REVISED", "UNCHANGED", "DUPLICATE", "EMPTY", "REJECTED")) {
      assertThat(ledger.at("/outcomes/" + outcome).asInt())
          .as(outcome)
          .isEqualTo(expected.at("/outcomes/" + outcome).asInt());
    }
    assertThat(ledger.get("raw").asInt()).isEqualTo(FILES);
    commands.ok("ledger", "--verify", "--manifest", archive + "/" + Archive.MANIFEST);
  }

  @Test
  void fileThatDiffers_isNamed() throws Exception {
    var commands = Commands.over(directory, directory.resolve("data"));
    Path news = NewsFolder.write(directory.resolve("news"), 5, 1);
    commands.ok("run", "--once", news.toString());
    Path manifest = news.resolve(Archive.MANIFEST);
    Files.writeString(manifest, "{\"path\": \"gone.txt\", \"outcome\": \"NEW\"}\n");

    var answer = commands.run("ledger", "--manifest", manifest.toString(), "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("gone.txt: has 0 outcomes, expected 1");
    assertThat(Commands.json(answer.out()).get("differences")).hasSize(6);
  }

  private String generate(String order, String archive) {
    var session = new Session(directory);
    int exitCode =
        session.run(
            "generate",
            "-o",
            "json",
            "--order",
            order,
            "--files",
            FILES + "",
            "--duplicates",
            "180",
            "--revisions",
            "60",
            "--bad",
            "40",
            archive);
    assertThat(exitCode).as(session.err()).isZero();
    return session.out();
  }
}
