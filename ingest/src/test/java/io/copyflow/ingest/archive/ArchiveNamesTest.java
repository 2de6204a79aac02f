package io.copyflow.ingest.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members' names as bytes, and members that are no files. */
class ArchiveNamesTest {

  @TempDir private Path folder;

  @Test
  void zipName_isUtf8OrItsBytes() throws IOException {
    assertThat(zipNamed("新聞", UTF_8)).containsExactly("新聞=x");
    assertThat(zipNamed("新闻", Charset.forName("GBK"))).containsExactly("%D0%C2%CE%C5=x");
    assertThat(zipNamed("caf\u00e9", ISO_8859_1)).containsExactly("caf%E9=x");
  }

  @Test
  void zipNameWithoutTheFlag_isUtf8WhereItIs() throws IOException {
    byte[] zip = zip("\u00e9t\u00e9", UTF_8);
    // Bit 11 of the flags, in the local header and in the directory.
    zip[7] &= ~8;
    zip[indexOf(zip, "PK\1\2") + 9] &= ~8;

    assertThat(taken("a.zip", zip).documents).containsExactly("\u00e9t\u00e9=x");
  }

  @Test
  void tarName_isUtf8OrItsBytes() throws IOException {
    int pax = TarArchiveOutputStream.LONGFILE_POSIX;
    int gnu = TarArchiveOutputStream.LONGFILE_GNU;
    String longName = "\u00e9".repeat(200);
    assertThat(tarNamed("caf\u00e9", "UTF-8", gnu)).containsExactly("caf\u00e9=x");
    assertThat(tarNamed("caf\u00e9", "ISO-8859-1", gnu)).containsExactly("caf%E9=x");
    assertThat(tarNamed("caf\u00e9", "US-ASCII", pax)).containsExactly("caf\u00e9=x");
    assertThat(tarNamed("新聞", "US-ASCII", pax)).containsExactly("新聞=x");
    assertThat(tarNamed(longName, "UTF-8", pax)).containsExactly(longName + "=x");
    assertThat(tarNamed(longName, "UTF-8", gnu)).containsExactly(longName + "=x");
    assertThat(tarNamed(longName, "ISO-8859-1", gnu)).containsExactly("%E9".repeat(200) + "=x");
  }

  @Test
  void nameOfAnyCharacters_isKept() throws IOException {
    for (String name : new String[] {"a\nb", "\"q\" 'q' ?*", "100%", "%25", "a\tb\u0001"}) {
      Path tar = Archives.write(folder.resolve("a.tar"), name, "x");
      assertThat(Taken.from(tar).documents)
          .containsExactly((name.equals("%25") ? "%2525" : name) + "=x");
    }
  }

  @Test
  void linksAndDevicesInATar_areNamed() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      add(tar, "a", TarConstants.LF_NORMAL);
      add(tar, "soft", TarConstants.LF_SYMLINK);
      add(tar, "hard", TarConstants.LF_LINK);
      add(tar, "pipe", TarConstants.LF_FIFO);
      add(tar, "device", TarConstants.LF_CHR);
    }

    Taken taken = taken("a.tar", bytes.toByteArray());

    assertThat(taken.documents).containsExactly("a=");
    assertThat(taken.leftOut)
        .containsExactly(
            "soft: a link; the file that it points to is taken where it lies",
            "hard: a link; the file that it points to is taken where it lies",
            "pipe: a pipe, socket or device, not a file; move it elsewhere",
            "device: a pipe, socket or device, not a file; move it elsewhere");
  }

  @Test
  void linkInAZip_isNamed() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      var link = new ZipArchiveEntry("link");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      zip.putArchiveEntry(link);
      zip.write("target".getBytes(UTF_8));
      zip.closeArchiveEntry();
    }

    assertThat(taken("a.zip", bytes.toByteArray()).leftOut)
        .containsExactly("link: a link; the file that it points to is taken where it lies");
  }

  @Test
  void encryptedMember_isNamedAndTheOthersAreTaken() throws IOException {
    byte[] zip = Archives.zip("secret", "x", "open", "y");
    zip[6] |= 1;
    zip[indexOf(zip, "PK\1\2") + 8] |= 1;

    Taken taken = taken("a.zip", zip);

    assertThat(taken.documents).containsExactly("open=y");
    assertThat(taken.leftOut).containsExactly("secret: encrypted; unpack it with its password");
  }

  @Test
  void memberPackedByAnUnknownMethod_isNamed() throws IOException {
    byte[] zip = Archives.zip("odd", "x", "open", "y");
    zip[indexOf(zip, "PK\1\2") + 10] = 77;

    Taken taken = taken("a.zip", zip);

    assertThat(taken.documents).containsExactly("open=y");
    assertThat(taken.leftOut)
        .containsExactly("odd: packed by method 77, which is not known; pack it anew");
  }

  @Test
  void damagedMemberOfAZip_doesNotHideTheOthers() throws IOException {
    byte[] zip = Archives.zip("first", "one", "second", "two");
    int directory = indexOf(zip, "PK\1\2");
    zip[directory + 16] ^= 1; // the checksum

    Taken taken = taken("a.zip", zip);

    assertThat(taken.documents).containsExactly("second=two");
    assertThat(taken.leftOut)
        .containsExactly(
            "first: damaged, or not what its name says (its checksum is not the archive's); make it anew");
  }

  private Taken taken(String name, byte[] archive) throws IOException {
    return Taken.from(Files.write(folder.resolve(name), archive));
  }

  private List<String> zipNamed(String name, Charset charset) throws IOException {
    return taken("a.zip", zip(name, charset)).documents;
  }

  private static byte[] zip(String name, Charset charset) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, charset)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write('x');
    }
    return bytes.toByteArray();
  }

  private List<String> tarNamed(String name, String charset, int longNames) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, charset)) {
      tar.setLongFileMode(longNames);
      tar.setAddPaxHeadersForNonAsciiNames(charset.equals("US-ASCII"));
      var entry = new TarArchiveEntry(name);
      entry.setSize(1);
      tar.putArchiveEntry(entry);
      tar.write('x');
      tar.closeArchiveEntry();
    }
    return taken("a.tar", bytes.toByteArray()).documents;
  }

  private static void add(TarArchiveOutputStream tar, String name, byte type) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name, type));
    tar.closeArchiveEntry();
  }

  private static int indexOf(byte[] bytes, String ascii) {
    return new String(bytes, ISO_8859_1).indexOf(ascii);
  }
}
