package io.copyflow.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.Globs;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Reasons;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.WalkPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

  private static final String[] KINDS = {"a.zip", "a.tar", "a.tar.gz", "a.TGZ", "a.tar.zst"};

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.TGZ", "a.tar.zst"})
  void members_comeInTheArchivesOwnOrder(String name) throws IOException {
    Taken taken =
        archive(name, "b/", "", "b/2.html", "two", "./b/1.html", "one", "新/3", "", "/abs", "4");

    assertThat(taken.documents).containsExactly("b/2.html=two", "b/1.html=one", "新/3=", "abs=4");
    assertThat(taken.leftOut).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar"})
  void policyOfFolders_holdsInside(String name) throws IOException {
    Taken taken = archive(name, ".git/a", "", "b/.c", "", "d.tmp", "", "__MACOSX/._e", "", "f", "");

    assertThat(taken.documents).containsExactly("f=");
    assertThat(taken.ignored).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar.zst"})
  void memberOverTheLimit_isHashed(String name) throws IOException {
    String large = "x".repeat(Taken.MAX_BYTES + 1);

    Taken taken = archive(name, "large", large, "exact", large.substring(1));

    String hash = Sha256.of(large.getBytes(UTF_8)).hex();
    assertThat(taken.documents)
        .containsExactly("large: 1001 bytes, " + hash, "exact=" + large.substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar"})
  void pathThatLeadsOut_isRefused(String name) throws IOException {
    Taken taken = archive(name, "../etc/passwd", "x", "a/../../b", "y", "a..b", "z");

    assertThat(taken.documents).containsExactly("a..b=z");
    assertThat(taken.leftOut)
        .hasSize(2)
        .allMatch(line -> line.contains("leads out of the archive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar"})
  void nameThatIsTooLong_isRefused(String name) throws IOException {
    Taken taken = archive(name, "新".repeat(1366), "x", "新".repeat(1365), "y");

    assertThat(taken.documents).containsExactly("新".repeat(1365) + "=y");
    assertThat(taken.leftOut).singleElement().asString().contains("longer than 4096 bytes");
  }

  @Test
  void nameThatOccursTwice_isTwoDocuments() throws IOException {
    Taken taken = archive("a.tar", "a", "1", "./a", "2", "a#2", "3", "a", "4");

    assertThat(taken.documents).containsExactly("a=1", "a#2=2", "a#2#2=3", "a#3=4");
  }

  @Test
  void archiveInAnArchive_isADocument() throws IOException {
    Path inner = Archives.write(folder.resolve("inner.zip"), "a", "x");

    Path outer = folder.resolve("outer.tar");
    Files.write(outer, tarOf("inner.zip", Files.readAllBytes(inner)));

    Taken taken = Taken.from(outer);
    assertThat(taken.documents).hasSize(1);
    assertThat(taken.contents.get(0)).isEqualTo(Files.readAllBytes(inner));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.zst", "a.warc", "a.warc.gz"})
  void fileThatIsNoArchive_hasAReason(String name) throws IOException {
    for (String content : List.of("", "no archive", "新聞".repeat(1000))) {
      Taken taken = Taken.from(Files.writeString(folder.resolve(name), content));

      assertThat(taken.documents).isEmpty();
      boolean isEmptyWarc = content.isEmpty() && name.equals("a.warc");
      assertThat(taken.leftOut).hasSize(isEmptyWarc ? 0 : 1);
      assertThat(taken.leftOut).allMatch(line -> line.startsWith(name + ": damaged, or not what"));
    }
  }

  @Test
  void archiveThatIsGone_isNamed() {
    assertThat(Taken.from(folder.resolve("gone.zip")).leftOut)
        .containsExactly(
            "gone.zip: no such file or folder any more; nothing to do if it was removed");
  }

  /** Up to a buffer of 64 KB, or a block of 128 KB, before the cut. */
  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tar.zst"})
  void archiveThatIsCutOff_givesWhatIsWhole(String name) throws IOException {
    // Each its own noise: else all but the first are packed to next to nothing, and the cut means
    // little.
    String[] members =
        IntStream.range(0, 700)
            .boxed()
            .flatMap(i -> Stream.of("m" + i, noise(900 + i % 7, i)))
            .toArray(String[]::new);
    Path archive = Archives.write(folder.resolve(name), members);
    byte[] bytes = Files.readAllBytes(archive);

    Taken taken =
        Taken.from(
            Files.write(archive, Arrays.copyOf(bytes, bytes.length * 4 / 5 / 512 * 512 + 700)));

    assertThat(taken.documents).hasSizeBetween(350, 600);
    for (int i = 0; i < taken.documents.size(); i++) {
      assertThat(taken.documents.get(i)).isEqualTo(members[2 * i] + "=" + members[2 * i + 1]);
    }
    assertThat(taken.leftOut.get(taken.leftOut.size() - 1))
        .startsWith(name + ": damaged")
        .endsWith("what follows in it is not taken");
  }

  @Test
  void tarThatEndsBetweenMembers_isNotTakenForWhole() throws IOException {
    byte[] bytes = Archives.tar("a", "1", "b", "2");

    Taken taken = Taken.from(Files.write(folder.resolve("a.tar"), Arrays.copyOf(bytes, 1024)));

    assertThat(taken.documents).containsExactly("a=1");
    assertThat(taken.leftOut).singleElement().asString().contains("without the mark of its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar.gz", "a.tar.zst"})
  void archiveThatUnpacksToFarTooMuch_isGivenUp(String name) throws IOException {
    String zeros = "\0".repeat(1 << 20);
    String[] members = members(20, zeros);
    Path bomb = Archives.write(folder.resolve(name), members);
    var access = new FileAccess(false);
    var taken = new Taken();

    // A floor and a thousandfold of nothing: what hostile files reach with far larger ones.
    new ArchiveReader(
            new WalkPolicy(true, List.of(), false, true, Globs.ALL),
            access,
            Taken.MAX_BYTES,
            new Unpacking(access, (8 << 20) - 1000 * Files.size(bomb)))
        .read(bomb, "", taken);

    assertThat(taken.documents).hasSizeBetween(3, 8);
    assertThat(taken.leftOut).hasSizeLessThan(4);
    assertThat(taken.leftOut.get(taken.leftOut.size() - 1))
        .contains("it unpacks to more than a thousandfold");
  }

  @Test
  void archiveThatChangesWhileItIsRead_isLeftForTheNextRun() throws IOException {
    Path tar = Archives.write(folder.resolve("a.tar"), "a", "1", "b", "2");
    var taken =
        new Taken() {
          @Override
          public void member(Member member) {
            super.member(member);
            try {
              Files.write(tar, new byte[1024], StandardOpenOption.APPEND);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };

    taken.reading(tar);

    assertThat(taken.documents).containsExactly("a=1", "b=2");
    assertThat(taken.leftOut).containsExactly("a.tar: " + Reasons.UNSTABLE);
  }

  @Test
  void packedFile_isWhatIsPackedInIt() throws IOException {
    Path gz = Files.write(folder.resolve("a.html.gz"), Archives.gzipEach("one ", "two"));

    assertThat(Taken.reader().readPacked(gz))
        .isInstanceOfSatisfying(
            ReadResult.Whole.class,
            whole -> assertThat(whole.content()).asString().isEqualTo("one two"));
  }

  @Test
  void packedFileThatIsDamaged_hasAReason() throws IOException {
    byte[] bytes = Archives.gzipEach("one");
    bytes[bytes.length - 8] ^= 1;
    Path gz = Files.write(folder.resolve("a.html.gz"), bytes);

    assertThat(Taken.reader().readPacked(gz))
        .isInstanceOfSatisfying(
            ReadResult.Failed.class,
            failed -> assertThat(failed.fault().reason()).startsWith("damaged"));
  }

  /** Whatever is wrong, what is handed over is whole, and nothing is thrown. */
  @Test
  void damageOfAnyKind_isAReason() throws IOException {
    var random = new Random(11);
    List<String> contents = List.of("x".repeat(300), noise(300), "", "新聞");
    for (int round = 0; round < 400; round++) {
      String name = KINDS[round % KINDS.length];
      Path file =
          Archives.write(
              folder.resolve(name),
              "a",
              contents.get(0),
              "b",
              contents.get(1),
              "c",
              contents.get(2),
              "d",
              contents.get(3));
      byte[] bytes = Files.readAllBytes(file);
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);

      Taken taken = Taken.from(Files.write(file, Arrays.copyOf(bytes, length)));

      if (name.equals("a.zip") || !name.equals("a.tar") && taken.leftOut.isEmpty()) {
        // Plain tar has no checksum over contents; gzip and Zstandard have one at the end.
        assertThat(taken.contents)
            .allSatisfy(content -> assertThat(contents).contains(new String(content, UTF_8)));
      }
      assertThat(taken.leftOut).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }
  }

  private static String[] members(int count, String content) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(i -> Stream.of("m" + i, content))
        .toArray(String[]::new);
  }

  private Taken archive(String name, String... members) throws IOException {
    return Taken.from(Archives.write(folder.resolve(name), members));
  }

  private static String noise(int length) {
    return noise(length, length);
  }

  /** Text that cannot be packed much. */
  private static String noise(int length, int seed) {
    var text = new StringBuilder();
    new Random(seed).ints(length, '!', '~').forEach(c -> text.append((char) c));
    return text.toString();
  }

  private static byte[] tarOf(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      var entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
