package io.copyflow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

  @TempDir Path directory;

  @Test
  void tokenThatIsNotThere_isMadeForItsOwnerAlone() throws Exception {
    Path file = directory.resolve("data").resolve("console.token");

    Token token = Token.in(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).matches("[A-Za-z0-9_-]{43}\n");
    assertThat(token.toString()).contains("console.token").doesNotContain(Files.readString(file));
  }

  @Test
  void tokenThatIsThere_isKept() throws Exception {
    Path file = directory.resolve("console.token");
    var first = Token.in(file);
    String text = Files.readString(file);

    var second = Token.in(file);

    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(second.file()).isEqualTo(first.file());
  }

  @Test
  void fileThatEverybodyCanRead_isRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("open"), "a-secret-that-is-none\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> Token.in(file))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("is open to everybody on this machine: chmod 600 it");
  }

  @Test
  void fileWithoutASecret_isRefused() throws Exception {
    Path file = directory.resolve("short");
    Token.in(file);
    Files.writeString(file, "short\n");

    assertThatThrownBy(() -> Token.in(file)).hasMessageContaining("16 letters or more");
  }

  @Test
  void folderThatCannotBe_isRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> Token.in(file.resolve("console.token")))
        .isInstanceOf(IOException.class);
  }
}
