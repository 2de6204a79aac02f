package io.copyflow.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes archives. Members are given as NAME, CONTENT, NAME, CONTENT… */
public final class Archives {

  private static final Instant WRITTEN = Instant.parse("2031-05-08T10:00:00Z");

  private Archives() {}

  /** An archive of the kind that its name tells. */
  public static Path write(Path file, String... members) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      return Files.write(file, zip(members));
    }
    try (OutputStream out = packed(name, Files.newOutputStream(file))) {
      out.write(tar(members));
    }
    return file;
  }

  private static OutputStream packed(String name, OutputStream out) throws IOException {
    if (name.endsWith("gz")) {
      return new GZIPOutputStream(out);
    }
    return name.endsWith("zst") ? new ZstdOutputStream(out).setChecksum(true) : out;
  }

  /** A name that ends with a slash is a folder. A name may occur twice. */
  static byte[] tar(String... members) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (int i = 0; i < members.length; i += 2) {
        var entry = new TarArchiveEntry(members[i], true);
        byte[] content = members[i + 1].getBytes(UTF_8);
        entry.setSize(content.length);
        // The clock's would pack to another length in each run.
        entry.setLastModifiedTime(FileTime.from(WRITTEN));
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] zip(String... members) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members.length; i += 2) {
        var entry = new ZipEntry(members[i]);
        entry.setLastModifiedTime(FileTime.from(WRITTEN));
        zip.putNextEntry(entry);
        zip.write(members[i + 1].getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A WARC record; {@code headers} are whole lines. */
  static String record(String block, String... headers) {
    return "WARC/1.0\r\n"
        + String.join("\r\n", headers)
        + "\r\nContent-Length: "
        + block.getBytes(UTF_8).length
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }

  /** A page as a crawler keeps it. */
  public static String response(String id, String url, String html) {
    return record(
        "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=utf-8\r\n\r\n" + html,
        "WARC-Type: response",
        "WARC-Record-ID: <urn:uuid:" + id + ">",
        "WARC-Date: 2031-05-08T10:00:00Z",
        "WARC-Target-URI: " + url,
        "Content-Type: application/http; msgtype=response");
  }

  /** Each text packed by itself, one behind the other. */
  public static byte[] gzipEach(String... texts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (String text : texts) {
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(text.getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
