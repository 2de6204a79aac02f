package io.copyflow.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {

  private static final WalkPolicy PLAIN =
      new WalkPolicy(false, List.of(".tmp", "~"), false, true, Globs.ALL);
  private static final WalkPolicy FOLLOWING =
      new WalkPolicy(true, List.of(), true, true, Globs.ALL);

  @TempDir private Path folder;

  @Test
  void files_comeInTheOrderOfTheirFullPaths() throws IOException {
    touch("a.txt", "a/b", "a/b.c/d", "a0", "Z/z", "新", "é");

    Found found = Found.in(folder, PLAIN);

    assertThat(found.paths).containsExactly("Z/z", "a.txt", "a/b", "a/b.c/d", "a0", "é", "新");
    assertThat(found.leftOut).isEmpty();
  }

  @Property(tries = 30)
  void anyTree_isWalkedInTheOrderOfUtf8Bytes(
      @ForAll @Size(max = 20)
          List<@StringLength(min = 1, max = 5) @CharRange(from = '!', to = '~') String> names)
      throws IOException {
    Path tree = Files.createTempDirectory("tree");
    for (String name : names) {
      Path file = tree.resolve("x" + name.replace("//", "/")).normalize();
      if (!file.startsWith(tree) || Files.exists(file) || !mkdirs(file.getParent())) {
        continue;
      }
      Files.createFile(file);
    }

    List<String> paths = Found.in(tree, FOLLOWING).paths;

    assertThat(paths).isSortedAccordingTo((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
  }

  @Test
  void hiddenAndHalfWrittenFiles_arePassedOverAndCounted() throws IOException {
    touch("a.txt", ".hidden", ".git/config", "b.tmp", "c.txt~");

    Found found = Found.in(folder, PLAIN);

    assertThat(found.paths).containsExactly("a.txt");
    assertThat(found.ignored).isEqualTo(4);
    assertThat(Found.in(folder, FOLLOWING).paths).hasSize(5);
  }

  @Test
  void symbolicLinks_areNamedAndNotFollowed() throws IOException {
    touch("real/a.txt");
    Files.createSymbolicLink(folder.resolve("file"), folder.resolve("real/a.txt"));
    Files.createSymbolicLink(folder.resolve("folder"), folder.resolve("real"));

    Found found = Found.in(folder, PLAIN);

    assertThat(found.paths).containsExactly("real/a.txt");
    assertThat(found.leftOut)
        .containsExactlyInAnyOrder("file: " + Reasons.SYMLINK, "folder: " + Reasons.SYMLINK);
  }

  @Test
  void followedLinks_endAtALoop() throws IOException {
    touch("sub/a.txt");
    Files.createSymbolicLink(folder.resolve("sub/back"), folder);
    Files.createSymbolicLink(folder.resolve("sub/gone"), folder.resolve("nothing"));
    Files.createSymbolicLink(folder.resolve("sub/b.txt"), folder.resolve("sub/a.txt"));

    Found found = Found.in(folder, FOLLOWING);

    assertThat(found.paths).containsExactly("sub/a.txt", "sub/b.txt");
    assertThat(found.leftOut)
        .containsExactlyInAnyOrder("back: " + Reasons.LOOP, "gone: " + Reasons.BROKEN_LINK);
  }

  @Test
  void pipe_isNamedAndNotOpened() throws Exception {
    assumeTrue(run("mkfifo", folder.resolve("pipe").toString()), "no mkfifo here");
    touch("a.txt");

    Found found = Found.in(folder, PLAIN);

    assertThat(found.paths).containsExactly("a.txt");
    assertThat(found.leftOut).containsExactly("pipe: " + Reasons.SPECIAL);
  }

  @Test
  void unreadableFolder_isNamedAndTheWalkGoesOn() throws IOException {
    touch("a/1", "b/2", "c/3");
    Path shut = folder.resolve("b");
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(shut), "this user may read everything");

    Found found = Found.in(folder, PLAIN);

    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
    assertThat(found.paths).containsExactly("a/1", "c/3");
    assertThat(found.leftOut).containsExactly("b: permission denied; give this user read access");
  }

  /** Longer than PATH_MAX: a folder that no user can list, the superuser included. */
  @Test
  void folderTooDeepToList_isNamedAndTheWalkGoesOn() throws IOException {
    touch("z.txt");
    Path lower = Files.createDirectories(folder.resolve("lower").resolve(deep()));
    Path upper = Files.createDirectories(folder.resolve("upper").resolve(deep()));
    Files.createFile(lower.resolve("unreachable"));
    Files.move(folder.resolve("lower"), upper.resolve("lower"));

    Found found = Found.in(folder, PLAIN);

    Files.move(upper.resolve("lower"), folder.resolve("lower"));
    assertThat(found.paths).containsExactly("z.txt");
    assertThat(found.leftOut).singleElement().asString().contains("File name too long");
  }

  @Test
  void vanishedBase_isNamed() {
    Found found = Found.in(folder.resolve("gone"), PLAIN);

    assertThat(found.leftOut).singleElement().asString().startsWith("gone: no such file");
  }

  private static Path deep() {
    String name = "d".repeat(200);
    return Path.of(name, name, name, name, name, name, name, name, name, name, name, name, name);
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private static boolean mkdirs(Path parent) {
    try {
      Files.createDirectories(parent);
      return true;
    } catch (IOException fileInTheWay) {
      return false;
    }
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
