package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Content;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.X000A_NTFS;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip file, in the order of its directory. Read by its directory, not as a stream: only that says
 * which members are there, and a damaged one does not hide those behind it.
 */
final class ZipItems implements Items {

  private final ZipFile zip;
  private final Enumeration<ZipArchiveEntry> entries;
  private final Budget budget;
  private long position;

  /** Opens a zip file; closes the channel with it. */
  ZipItems(SeekableByteChannel channel, Budget budget) throws IOException {
    // Local headers are read with their members: a damaged one must not keep the others closed.
    this.zip =
        ZipFile.builder()
            .setSeekableByteChannel(channel)
            .setIgnoreLocalFileHeader(true)
            .setCharset(StandardCharsets.UTF_8)
            .get();
    this.entries = zip.getEntries();
    this.budget = budget;
  }

  @Override
  public @Nullable Item next() {
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      position += Math.max(0, entry.getCompressedSize());
      if (!entry.isDirectory()) {
        return item(entry);
      }
    }
    return null;
  }

  @Override
  public long position() {
    return position;
  }

  private Item item(ZipArchiveEntry entry) {
    String name = name(entry);
    if (entry.isUnixSymlink()) {
      return new Item.LeftOut(name, "a link; the file that it points to is taken where it lies");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return new Item.LeftOut(name, "encrypted; unpack it with its password");
    }
    if (!zip.canReadEntryData(entry)) {
      return new Item.LeftOut(
          name, "packed by method " + entry.getMethod() + ", which is not known; pack it anew");
    }
    return new Item.Document(
        new Item.Name(name, true), entry.getSize(), maxBytes -> read(entry, maxBytes));
  }

  /** UTF-8 where the archive says so or where it is; other bytes as they are, encoded. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    boolean told =
        raw == null || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
    return FileNames.encode(told ? entry.getName().getBytes(StandardCharsets.UTF_8) : raw);
  }

  private ReadResult read(ZipArchiveEntry entry, int maxBytes) throws IOException {
    var checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
      ReadResult result = Content.read(budget.over(in), maxBytes, Told.at(time(entry)));
      if (entry.getCrc() != -1 && entry.getCrc() != checksum.getValue()) {
        throw new IOException("its checksum is not the archive's");
      }
      return result;
    }
  }

  /** Null where only the old form is there, a wall clock's reading without a zone. */
  private static @Nullable Instant time(ZipArchiveEntry entry) {
    boolean zoned =
        entry.getExtraField(X5455_ExtendedTimestamp.HEADER_ID) != null
            || entry.getExtraField(X000A_NTFS.HEADER_ID) != null;
    FileTime time = zoned ? entry.getLastModifiedTime() : null;
    return time == null ? null : time.toInstant();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
