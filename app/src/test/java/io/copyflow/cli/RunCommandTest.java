package io.copyflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunCommandTest {

  @TempDir Path directory;

  @Test
  void secondRun_sendsNothingAgain() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("news"));
    Files.writeString(folder.resolve("ferry.txt"), "# The ferry returns\n");

    assertThat(run(folder)).startsWith("{\"raw\":1,");
    assertThat(run(folder)).startsWith("{\"raw\":1,").contains("\"balanced\":true");
  }

  @Test
  void fileThatIsLeftOut_isNamedBesideTheVerdicts() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("news"));
    Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("elsewhere.txt"));
    var session = new Session(directory);

    assertThat(session.run("run", "--once", folder.toString())).isEqualTo(1);
    assertThat(session.err()).contains("left out: ").contains("link.txt");
  }

  @Test
  void interruptedRun_closesInOrderAndEndsWith130() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("news"));
    try (var run = CopyflowProcess.start(directory, "run", folder.toString())) {
      run.awaitStandardError("broker at");
      run.signal("INT");

      assertThat(run.exitCode()).isEqualTo(130);
      assertThat(run.standardError()).contains("stopping").doesNotContain("ending anyway");
      assertThat(directory.resolve("copyflow/kafka/.kafka_cleanshutdown")).exists();
    }
  }

  @Test
  void terminatedRun_endsWith143() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("news"));
    try (var run = CopyflowProcess.start(directory, "run", folder.toString())) {
      run.awaitStandardError("broker at");
      run.signal("TERM");

      assertThat(run.exitCode()).isEqualTo(143);
    }
  }

  private String run(Path folder) {
    var session = new Session(directory);
    assertThat(session.run("run", "--once", "-o", "json", folder.toString())).isZero();
    return session.out();
  }
}
